// The functions the sidebar calls: each a few lines that hand over to a use case and turn every error into a sentence.
export type {
  Answer,
  ChangeResult,
  ProblemsView,
  ProblemView,
  ReminderLine,
  ReminderStateName,
  ReminderView,
  ReviewView,
  SendResult,
  SetupChoice,
  SetupResult,
  SetupView,
  StopView,
  TodayView,
} from '../usecases/views';
