// What the sidebar asks for in Answers: what customers said by the form, and what people decide about it.
import { asked, aText } from '../google/asked';
import * as answers from '../usecases/answers-page/decide-answers';
import { showAnswers } from '../usecases/answers-page/show-answers';
import { type AnswerEdit, type AnswersView, answerEdit } from '../usecases/answers-page/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** What customers said by the form. */
export function getAnswers(): Result<AnswersView> {
  return asked([], [], showAnswers);
}

/** Takes the rows of the form that came since the last run. */
export function takeAnswers(): Result<ChangeResult> {
  return asked([], [], answers.takeFreshAnswers);
}

/** Accepts an answer as it was given, or edited. */
export function acceptAnswer(row: string, edit: AnswerEdit): Result<ChangeResult> {
  return asked([row, edit], [aText, answerEdit], answers.acceptAnswer);
}

/** Rejects an answer. */
export function rejectAnswer(row: string): Result<ChangeResult> {
  return asked([row], [aText], answers.rejectAnswer);
}
