// English answers to reminders.
import { anyOf, type ReplyWords, readable } from './reply-words';
import { SIGNS_EN } from './signs';

const GOODS =
  '(goods|delivery|order|items?|parts?|parcel|shipment|consignment|material|equipment|units?|pallets?|boxes|machines?|products?|service)';
const DOCUMENT =
  '(cop(y|ies)|invoices?|statement|proof of delivery|pod|delivery note|pdf|duplicate|w-?9|receipt|time ?sheet|paperwork|breakdown|bank details|remittance details|documents?|back-?up)';
const PAY =
  '(pay|settle|ping|transfer|remit|wire|clear|release|process|make (the |a |this )?(payment|transfer)|send (the |you (the )?)?(payment|money|funds)|(sort|action|bank|bacs|square) (it|this|that|the (payment|money|invoice|bill|transfer))|(get|put|push) (it|this|that|you|the (payment|money|invoice|bill|transfer)) (out|paid|sorted|settled|over|across|cleared|done|through|actioned|to you)|(arrange|authori[sz]e|issue|raise) (the |a )?(payment|transfer|settlement|cheque|check)|do (a|the) (transfer|bacs|payment)|square)';
const PAID =
  '(paid|settled|squared|transferred|remitted|wired|cleared|sent (the |you (the )?)?(payment|money|funds)|made (the |this |a )?(payment|transfer))';

const EN: ReplyWords = {
  known: /\b(the|and|is|we|you|for|to|of|have|this|will|your|please|on|it)\b/g,
  paid: anyOf(
    /\b(you|you've|you have) (already )?(cashed|banked|collected|debited) (our|my|the|it)\b|\b(taken|debited|collected|gone) (from|out of|off) (our|my|the) (account|bank|card)\b/,
    /\b(bank|statement|account)~30(it|this|payment|money|[£$€]?\d[\d.,]*) (left|gone|going out|was taken)\b/,
    /\bxx+ (went|has gone|was sent) (out|across|over|through|off)\b|\b(shows?|showing|marked|recorded|listed|down|ha(ve|s) (it|this|that)) (up )?as (paid|settled|cleared)\b|\b(is|was|went|has been)~15in the post\b|\b(payment|transfer|money|funds|amount|direct debit)~40(debited|actioned|completed|executed|effected|taken|came out|collected)\b/,
    `\\b(we|i|they|he|she)('ve| have| had|'d)? (already |just |actually )?${PAID}\\b`,
    `\\b(was|were|has been|have been|been|is|are|got) (already |just |actually )?(${PAID}|processed|released) (on|by|last|via|this|yesterday|in full|already|from|to|with|out|earlier|today)\\b`,
    /\b(remittance( advice)?|proof of payment|payment (confirmation|advice)|bank confirmation|swift( copy)?)~20(attached|enclosed|below)\b|\b(attached|enclosed)~30(remittance|proof of payment|payment (confirmation|advice)|bank confirmation|swift)\b/,
    /\b(was|were|has been|have been) (already |since )?(paid|settled|transferred|cleared|remitted)\b/,
    /\b(payment|transfer|ach|wire|bacs|chaps|cheque|check|remittance|money|funds)~50(went out|has gone|went|left|was (made|sent|processed|released|issued|posted|mailed|initiated)|has (already )?been (made|sent|processed|released|issued|posted|mailed)|cleared|sent|on its way)\b/,
    /\b(i|we|they|he|she|accounts)( have|'ve| has)? (posted|mailed|put|dropped|made|did|done|popped) [^.?!]{0,30}\b(cheque|check|transfer|bacs|payment)\b|\b(went|gone) through\b/,
    /(^|[:,-] )(already |just |now )?paid (just now|on|by|last|via|this|yesterday|in full|already|today|it|[£€$]? ?\d)|\balready paid\b|\bpayment (sent|made|done)\b|\bpaid (it|this|that|these|both|all)\b/,
  ),
  unpaid: anyOf(
    /\b(will|would|shall|'ll|can|could|to|cannot|can't|not|never|n't|gets?|should|must|until|unless|once|if|when|may|might)\b( \w+){0,3} (be |been |have |get )?(paid|settled|transferred|sent|made|debited|actioned|completed|executed|effected|taken|collected|processed|released|issued|cleared|remitted)\b/,
  ),
  promise: anyOf(
    /\bvalue date\b/,
    /\bbe (in|on|with|into) your (account|bank)\b|\b(run|do) payments on\b|\basked (the |our |my )?(bank|accounts|finance)\w* to (send|pay|transfer|release|make)\b|\bconsider (it|this) (paid|done|settled)\b|\bpayment (has been|was|is) (scheduled|arranged|booked|set up|lined up)\b/,
    /\b(i'?m|we'?re|i am|we are) (paying|transferring|settling|wiring|putting|getting|releasing|doing|processing|sending (it|this|payment|the (money|payment|transfer)|a cheque))~40(today|tomorrow|\w+day|by the|on the|this week|next|end of|now)\b|\b('ll|will|going to) (pop|put|drop|post|mail|send|stick|write)~20(cheque|check)\b/,
    /\b(have|get) (it|this|that|the money|payment) (with|over to|across to) you\b|\b(payment|money|funds|transfer)~20(lands?|leaves?|is coming|due out)\b|\b(is|are|'s) (set|slated|earmarked|lined up|good) (for|to)\b[^.?!]{0,20}(payment|release|be paid|\d)/,
    /\b(we|i)('ll| will) get (this|it|that|the money|payment) (over|across|out|to you|paid|sorted|done)\b|\b(paying|transferring|settling|wiring) (it |this )?(now|right away|straight away|today)\b/,
    /\b(is|are|it's|that's|this is) being (paid|processed|released|settled|sent|transferred)~25(today|tomorrow|on|by|this|next|\w+day)\b|\b(we|i)('ll| will| are going to) (re-?send|re-?issue|re-?do|re-?submit|repeat|retry)\b|\bnext (one|run|payment run|pay ?run)~25(is|on|will be)\b/,
    /^(the )?(balance|rest|remainder|remaining)~40(follow\w*|to come|next|in|on|by|at|end|this|tomorrow|later|within|when|after)\b/,
    /^(payment|bank transfer|transfer|cheque) (is |will be )?(on|by|within|next|this|tomorrow|in|end|before|around)\b|\b(got|have|put|added)~30(down|scheduled|booked|lined up|set up|included|added|in)~30(run|payment|bacs)\b|\bxx+ (is|are) (scheduled|booked|planned|down|due|in|set up|approved) (for|to|on|in)\b/,
    `\\b(will|'ll|ill|well|shall|going to|gonna|plan to|intend to|aim to|can|able to|hope to) (\\w+ ){0,4}?${PAY}\\b`,
    /(\bwill|\bshould|\b(it|this|that|you|they|payment|money).ll) (\w+ )?(go out|be (?!back|away|out |off |closed|return)(\w+ )?(paid|settled|made|sent|processed|released|transferred|cleared|included|in|on|with you|issued)|follow|leave|go|reach you|hit|arrive)\b/,
    /\b(is|are|has been|have been|was|were|it's)~30(included in|scheduled|part of|lined up|planned|set up|booked|down|queued|in|on|approved for|due)~30(payment run|pay ?run|run|payment|bacs|paid|transfer)\b/,
    /\b(you('ll| will| should| can)) (have|receive|get|see|expect)~30(payment|money|it|funds|this|transfer)\b/,
    /\bexpect (the )?payment\b|\blooking at\b|\bpayment (date|is scheduled|scheduled|to follow|follows)\b|\bpaying (it|this|you|the|on|by|next)\b|\b(going|goes) out (on|this|next|today|tomorrow)\b|\bwill do (it|so|this) (on|by|this|next|today|tomorrow)\b|\b(in|on) (the )?(next|this|\w+day'?s?) (payment |pay)?run\b|\bgoes? (in|into|out)\b|\bfollows (on|by|next|this|tomorrow|in)\b|\bdue to (go out|be paid)\b|\bpay (it |this |you )?(today|tomorrow|by|on|next|this)\b/,
  ),
  refusal: anyOf(
    /\b(not before|nobody|no one|not sure|don't know|no idea)\b/,
    /\b(no (chance|intention|way)|declin\w+ to)\b|\bwithhold/,
    /\b(can't|cannot|can not|won't|will not|not going to|unable to|not in a position|not able to|refuse|do not intend|don't intend|couldn't|not be (paying|able)|aren't going to|isn't going to)\b/,
    /\b(nothing|no payment|none of)~30(paid|released|will|until)\b/,
  ),
  condition: anyOf(
    /\b(please|kindly|just) (re-?issue|issue|send|correct|amend|revise|change|update|cancel|provide|raise|resend|fix)~60(and|then) (then )?(we|i)('ll| will)\b/,
    /\b(once|as soon as|provided( that)?|subject to|upon|only (when|after|if)|if|when|after) ((we|you|the|i|they|he|she|it|your|our|this|that|a|an|all|both|receiving|receipt|approval|approved|signed|corrected|funds|payment)\b|\w+ (signs?|approves?|receives?|gets?|has|have|is|are|pays?)\b)/,
  ),
  approval: /\b(approv\w+|sign(s|ed)?[ -]?off|signs?|signed|signature|authori[sz]\w+|director|boss)\b/,
  guess:
    /\b(probably|hopefully|maybe|perhaps|possibly|around|about (?=the|mid|\d|end)|approximately|approx|roughly|or so|likely|depend\w*|with luck|at the earliest|ideally|might|fingers crossed|realistically|try(ing)? to|aim(ing)? (to|for)|hop(e|ing))\b/,
  instalments: anyOf(
    /\d (each|every) \w+day\b/,
    /\bspread\w* (the|it|this|over|out|payments?)\b|\bin (two|three|four|five|six|\d) (lots|bits|parts|goes|chunks)\b/,
    /\b(same|rest|more|another)~20(each|every) (month|week)\b|[£$€] ?\d[\d.,]*[^.?!]{0,40}\b(each|every) month\b(?! (rent|fee|in our))/,
    /\bstretch (it|this|the)\b|\bhalf (on|by|in|this|next)~30(half|rest|balance|remainder)\b/,
    /^(?!.*\b(invoic|bill|charg|agreed|contract|rent|fee|subscri|price|rate)).*\d (a|per|each|every) (month|week|fortnight)\b|\bpay(ing)? (it |this |you )?(off|back) (over|in|bit|monthly|weekly|gradually)|\btime to pay\b|\b(weekly|monthly|part|staged|smaller) payments\b|\b(split|break) (it|this|the (payment|invoice|bill|amount|balance|total)|payment)\b/,
    /\b(\d|two|three|four|five|six) (\w+ )?payments? of\b|\b(two|three|four|five|six|\d) (equal |monthly |separate |smaller |part )?payments\b|\binstal?l?ments?\b|\bpayment plan\b|\bpayment arrangement\b|\bspread (the|it|this|over|out|payments?)\b|\bstagger|\bpay(ing)? (\w+ ){0,3}over (the (next|coming|course|year|summer|winter)|a few |several |time\b)/,
    /\b(\d|two|three|four|five|six) ?(x|times|lots of) ?[£$€]? ?\d{2,}|\bfirst (payment|one)~40(others|rest|remaining|second)\b/,
    /\b(half|\d+ ?%)[^.?!]{0,15}\b(now|today|this week)\b[^.?!]{0,20}(\b(half|rest|balance)\b|\d ?%)/,
    /\b(do|pay|manage|send|offer)~50(and|then) (the )?(rest|balance|remainder|other half)\b/,
    /\b(pay|paying|split|do|manage)\b(?![^.?!]*\brun\b)[^.?!]{0,40}\b(in (two|three|four|five|six|\d) (lots|bits|parts|payments|goes|chunks)|over (the next )?# months|a month|per month|monthly|each month|half (now|of it)|in parts|bit by bit|in stages)\b/,
  ),
  reasons: {
    'credit-expected': anyOf(
      /\b(agreed|promised|said|offered)~30(knock|take|deduct)~20off\b/,
      /\bcredit (note|memo|back|for|we|you|against)\b|\b(promised|agreed|owed|due|waiting for|await\w*|expect\w*|still) (\w+ ){0,3}(credit|(?<!vat |tax )refund)\b|(?<!\b(our|vat|tax) )\brefund\b|\b(offset|set[- ]off|contra|net(ted)? off)\b/,
    ),
    'missing-po': anyOf(
      /\bwhere('s| is)~12(po|purchase order|order number)\b/,
      /\b(po|p\.o\.|purchase order|order) ?(number|no\.?|ref(erence)?)?~60(missing|not (on|shown|quoted|stated|there|included)|isn't|absent|required|needed|wrong|invalid|incorrect|expired|closed)\b/,
      /\b(no|without( an?| our| the)?|missing( an?| our| the)?|lacks?( an?| our| the)?|need(s)?( an?| our| the)?|require[sd]?( an?| our| the)?|quote( our| the)?|invalid|wrong) (valid |our )?(po|p\.o\.|purchase order|order (number|no|ref))\b/,
    ),
    damaged:
      /\bwobbl\w*|\b(is|are|was|were|came|arrived|one) (\w+ )?(split|loose|wet|dead|empty|torn)\b|\b(packed up|conked out|died|dead on arrival|doa|(won't|doesn't|will not|would not|wouldn't) (start|turn on|switch on|charge|close|open|run)|not fit for|unfit|out of order|malfunction\w*|in (pieces|bits)|crushed|ripped|stained|soaked|warped|snapped|burst|rust\w+|substandard|below standard|botched|shoddy|gone off|cracks?|keeps? (breaking|failing|cutting|crashing)|broke( down)?|fell apart|falling apart)\b|\b(cracked|damaged?|broken|faulty|defective|defects?|not working|doesn't work|do not work|scratched|smashed|torn|leak(s|ing|ed)?|mould(y)?|unusable|dented|shattered|rotten|spoil(ed|t)|poor quality|stopped working|bent|chipped)\b/,
    'not-received': anyOf(
      /\bnothing (came |arrived )?from (you|your)\b/,
      `\\bmissing (the|our|a|one|two|three) (\\w+ )?${GOODS}`,
      /\b(nobody|no one)~25(seen?|got|received|had)\b(?![^.?!]*\binvoice)/,
      /\bnever (laid eyes|set eyes|saw|seen)~20(it|them|these|those|goods|any of)|\b(hide nor hair|not a sign of|no sign of (the|our|any))\b/,
      /\bnothing\b(?![^.?!]*\b(invoice|e-?mail))[^.?!]{0,30}\b(turned up|shown up|arrived|been (delivered|dropped|left|unloaded))\b/,
      /(\bnever|\bnot|n.t)~20(took place|came|showed up|been done|carried out|happened)\b|\bno[- ]show\b/,
      /\bif~40had (actually |ever |even |bothered to )?(deliver(ed)?|sen[dt]|arrived|turned up|finish(ed)?|suppl(y|ied))\b/,
      `\\b(never|not|n't|nothing|none of)~40(had|received?|got|get|seen|arrived?|delivered|turned up|supplied|shipped|reached)~25${GOODS}\\b`,
      `\\b${GOODS}~40(never|not|n't|has yet to|have yet to|still (not|missing|outstanding|waiting))~20(arriv|deliver|receiv|turn|com|show|reach|been|here|suppl|ship)`,
      `\\b(still waiting (for|on)|waiting for|awaiting|yet to receive) (the |our |your |this |these |any )?(\\w+ )?${GOODS}\\b`,
      /^(?!.*\b(invoices?|e-?mails?|reminders?)\b(?! (for|we))).*(\bnothing (has |was |ever )?(been )?(delivered|arrived|received|turned up|came)\b|\b(never|not) (been )?delivered\b|\bnever (arrived|turned up|came|had these|got these|received (these|them))\b)/,
    ),
    quantity: anyOf(
      /\b(asked for|wanted|supposed to (be|get))~15#~50(got|received|came|arrived|dropped|delivered|sent)~15#\b/,
      /\bordered~20#~40(got|received|came|arrived|sent)~15#\b/,
      /\bonly (\w+ ){0,3}# (\w+ ){0,2}(out )?of (the |our )?#\b|\b(short by|under-?deliver\w+|were # (\w+ )?(short|missing)|# (\w+ ){0,2}(short|missing|never came)\b)/,
      /(?=.*\b(billed|charged|invoiced?|invoice (says|shows|is for|lists|states))\b)(?=.*\b(delivered|received|got|came|arrived|supplied|ordered|delivery (note|of)|signed for|counted|turned up|on site|only (had|got|sent))\b)(?=.*\b#\b)/,
      /\bonly (\w+ ){0,2}\d+ (\w+ )?(out )?of (the |our )?\d+\b|\b\d+ of the \d+~30(arrived|came|delivered|missing|received)\b/,
      /\b(short[- ]?(delivered|shipped|shipment|delivery)|quantit(y|ies)|\d+ (\w+ )?(short|missing|too many|fewer)|missing \d+|items? (is|are|was|were) missing|incomplete (delivery|order)|part[- ]deliver)/,
    ),
    price: anyOf(
      /\b(wrong|incorrect) (amount|price|rate|total)\b/,
      /\b(forgot\w*|miss\w*|left off|omitted)~30(discount|rebate|reduction)\b/,
      /\b(billed|charged|added|invoiced)~30(delivery|carriage|shipping|postage|vat)~40(free|included|not|n't|although|wrong|twice)\b|\bvat (rate )?(is|looks|was) (wrong|incorrect|not)/,
      /\b(more|higher|dearer|over|above|twice|double|different)\b( (than|to|from|the|what|price|rate|we|you|was|were|our|had)){1,5} (agreed|quoted?|estimate|quotation|contract)\b|\bwe (agreed|said|were (quoted|told))~60(invoice|bill|charge|you('ve| have) (put|got))/,
      /\b(price|rate|tariff|quote[d]?|quotation|discount|agreed|contract|agreement|overcharg\w+|too (much|high)|wrong (amount|price|rate|total)|incorrect (amount|price|rate|total)|charged (us )?(twice the|too)|higher than)~80(billed|charged|invoiced?|not|was|were|instead|but|is|should|wrong|incorrect|missing|different|than|too|does|missed|overcharg\w*|applied|deducted)\b/,
      /\b(billed|charged|invoiced?)~60(price|rate|agreed|quote[d]?|quotation|discount|instead|too much|should)\b|\bovercharg/,
    ),
    other: anyOf(
      /\b(is|was|has|have|are)(n't| not) (mine|ours)\b|\bshould have gone to\b|\bwithout finishing\b|\bhalf a job\b|\b(don't|do not|doesn't) owe\b|\bowe you nothing\b|\bsold the (business|company|shop|firm)\b|\b(only|just) half (done|finished|built|complete)\b|\bnever (agreed|asked|signed up|authori[sz]ed|requested|approved)\b(?! to pay)|\bsame as invoice\b|\bsent (it|this|us)[^.?!]{0,20} twice\b/,
      /\b(is|are|was|were|'s) (the |all )?wrong\b(?! (person|department|inbox|team|address))/,
      /\b(work|job|installation|project|repairs?|service)~20(not|n't|never|un)\b ?(been )?(fully |properly |yet )?(finished|complete\w*|done|carried out)|\bunfinished\b|\b(billed|charged|invoiced)~10(twice|double)\b|\bwrong (colou?r|size|model|item|product|goods|thing|part)s?\b/,
      /\b(belongs to|meant for|addressed to|is for) (our |the |another |a different )?(sister|parent|previous|former|landlord|tenant|other company)|\bnot (for|addressed to) us\b|\bnothing to do with us\b/,
      /\b(no|not) (liab\w+|responsib\w+ for|obligation)|\b(separate|different|another) (legal )?(entity|company)\b|\bmade out to\b/,
      /(\bnot|n.t) (yet |even |actually )?(due|overdue)\b(?! to)|\b(statute|time)[- ]barred\b|\bno contract\b|\baddressed to (the wrong|another|a different)\b/,
      /\b(un|not (at all |very )?)(happy|satisfied) with (the |your |this )?(\w+ )?(quality|work|service|goods|products?|result|job|delivery|repair|workmanship)\b/,
      /\b(not ours|not our|wrong (company|entity|address|customer)|(?<!\ba )duplicate|is a duplicate|billed twice|invoiced twice|charged twice|never ordered|did ?n[o']t order|not (what|the (ones?|model|kind|type|size|version)) (that )?we (ordered|asked for|wanted)|terminated|cancelled (the|this|our)|not (correct|right)|incorrect|is wrong|unjustified|without merit|denied|vat (number|rate|id))\b/,
    ),
  },
  contest:
    /\b(disput(e|ed|ing)|(never|not|n't) (agree|accept|recogni[sz]e)\w*( to)? (the |your |any |these )?(interest|late fees?|charges?|costs|fees?)|contest(ed|ing)?|object to|do not (accept|recogni[sz]e|agree)|don't (accept|recogni[sz]e|agree)|quer(y|ied|ying) (this|the|it))\b/,
  copy: anyOf(
    /\b(send|mail|e-?mail|forward)ing (it|them|this|that)~15(again|over|across)\b/,
    /\blet (me|us) have (it|them|this|that|those|both|another)\b/,
    /\b(need|require|want|after)~20invoice~15(as a|in|pdf)\b/,
    `\\bdo you have~25${DOCUMENT}\\b|\\bgot a copy\\b`,
    /(\bnot|n't|\bnever) (got|have|had|seen|received?)~15xx+|\b(another|fresh|new) (copy|pdf)\b|\b(lost|mislaid|misplaced|deleted) (the |your |this |that )?(invoice|pdf|paperwork|e-?mail)|\binvoice~25(never|not|n't)~15(reach|arriv|turn|came|come|show|land)/,
    /\b(amend|correct|revise|update|fix)\w*[^.?!]{0,20}\b(and|&) (re-?send|resubmit|re-?issue)\b|\bplease re-?send\b/,
    /(?<!\b(will|'ll|to) )\b(resend|re-send|send|forward|ping|fire|shoot|e-?mail|drop|re-?issue)\b (me |us |over )?(it|that|them|this|those)( one)?\b[^.?!]{0,30}(again|over|across|through|pls|please|to|\?|$)|\bnot? (trace|record|sign) of (this|that|it|the|your|an?|xx+)\b/,
    `(?<!\\b(we|i)('ll| will| can) )\\b(send|resend|re-send|(?<!\\b(your|the|an|this|our|in|by|my|of) )e-?mail|forward|provide|share|supply|let (us|me) have|attach|upload|(can|could|may) (we|i) (please )?(have|get|see))~50${DOCUMENT}\\b`,
    `\\b(need|require|missing|request|want)~30(a |an |the |another )?(cop(y|ies)|proof of delivery|pod|delivery note|statement|duplicate)\\b`,
    /\b(can't|cannot|couldn't|could not|unable to) (find|locate|trace|see|open)~40(invoice|it|them|these|those|this|either)\b|\b(never|not|n't) (received?|seen?|got|had|have)~20(invoice|invoices)\b/,
  ),
  contact: anyOf(
    /\b(communications?|correspondence)~60(this office|us only|to us)\b/,
    /\benquiries~30(to|via)\b[^.?!]{0,60}\S+@\S+/,
    /\b(my (replacement|successor)|(replac\w+|succeed\w*) (me|him|her|by)\b|wrong (department|inbox|mailbox|team)|(handles|handling|looks after|looking after|deals with) (this|these|our|the|all)?~20(accounts|invoices|payments?|ledger|payables|this|bills)\b)/,
    /\bwrong person\b|\bno longer (works?|with|employed|responsible|here|handle|deal|look|in charge)\b|\b(has |have )?left (the company|us|the business|the firm)\b|\bnew (contact|accounts? (person|manager|payable))\b|\b(retired|moved on|taken over (from|by)|took over)\b|\bnot (the right person|my (department|area))\b|\bi (look after|only do|work in) (sales|marketing|purchasing)/,
    /\b(please |kindly )?(contact|write to|e-?mail|direct|address|redirect|speak to|get in touch with|liaise with|use|send|forward|try|ask)\b[^.?!]{0,110}\S+@\S+/,
    /\b(accounts?|invoices?|finance|payments?|bookkeeping|accounts payable)~30(is|are|now|handled by|dealt with by|goes? to|should go to|to)\b[^.?!]{0,40}\S+@\S+/,
  ),
  call: /\bgive (me|us) a shout\b|\b((bell|buzz|try|catch|get|ring|tele?phone|reach) (me|us) (on|at|back)|call( me| us)? back|(speak|talk|discuss|chat)~25(phone|a call)\b|have a (quick |short )?(chat|call|word)|my (number|mobile|direct line) is|(best|easier|easiest) (to|if you|if we) (call|ring|phone|speak|talk))\b|\b(give (\w+ ){1,3}a (call|ring|bell|buzz)|(call|ring|phone|telephone) (me|us|my|our|the|her|him)\b|(can|could|would) (you|someone|somebody) (please )?(call|ring|phone)|please (call|ring|phone)|(happy|prefer|like) to (talk|speak|discuss)[^.?!]{0,30}(phone|call)|(let's|shall we|can we|could we) (talk|speak|have a call|have a chat|arrange a call|jump on a call)|reach me on)/,
  away: /\btravel?ling\b|\bback (in the office|at my desk) on\b|\b(unavailable (until|from)|not (be )?available until|won't be in (the office )?(until|from))\b|\b(off (sick|until|work)|leave until)\b|\b(out of (the )?office|on (annual |parental |maternity |sick )?(leave|holiday|vacation)|away (from|until|on)|not (in the office|at my desk)|limited access to (my )?e-?mail|office is closed|travell?ing until|on a business trip|we are closed)\b/,
  back: /\b(back|return(ing)?|available again|reopen)\b[^.?!]{0,25}$/,
  inclusive: /\b(inclusive|including|through)\b/,
  insolvency:
    /\b(went|gone|going|put|placed) into (administration|liquidation|receivership)\b|\b(struck off|gone (bust|under|out of business)|moratorium|stopped trading|business rescue)\b|\b(in administration|administrators? (was|were|has|have|is|are)|appointed (joint )?(administrator|liquidator|receiver)|(in|into|entered|voluntary|compulsory) (\w+ )?liquidation|liquidators?\b|bankrupt(cy)?|insolven(t|cy)|chapter (7|11)|receivership|winding[- ]up|wound up|ceased trading|proof of debt|cva\b)/,
  stop: anyOf(
    /\b(collection|recovery|enforcement)~60(cease|stop)\b|\btake~30off (these|this|your|the)\b|\bno more (e-?mails|reminders|mails|messages|letters)\b|\bleave (me|us) alone\b|\bopt(ing)? out\b|\boff your (mailing )?list\b/,
    /\b(remove|delete|take)~30(address|e-?mail|me|us|name|it|this)~25(list|from|off|database|records|system)\b|\bunsubscribe\b|\bstop (sending|e-?mailing|contacting|writing|harassing|chasing|bothering|these|this)\b|\b(kindly|please) (do not|don't) contact\b|\b(do not|don't|never) (contact|e-?mail|write (to )?|message|send)~30(again|any ?more|me|us|this|here|further)\b|\bno (longer wish|further (e-?mails|correspondence|contact|reminders|letters))\b|\b(any|all) further (contact|correspondence|communications?)\b|\bcease (and desist|contact|all|your)\b|\b(correspondence|communication|contact)~40(only|exclusively|solely|directly) (to|with|through|via)\b|\bi never consented\b/,
  ),
  agreed:
    /\b(bear with|hold (off|on)|wait (until|till))\b|\b(can|could|would|will) you (please )?(correct|amend|fix|sort|change|adjust|update)\b|\b(can|could|would) you (please |kindly )?(double[- ])?(check|verify|allocate|update)\b|\bwhat (now|next|happens|shall we|do we|are you going)\b|\b(ok(ay)?|all ?right|possible|acceptable|agree(able|d)?|work for you|fine|suit|happy with|that help)\b/,
  unclear: anyOf(
    /\b(sat|sitting|stuck|still) with\b|\blook(ing)? in ?to (it|this|that|the)\b|\b(get|come|be) back to you\b|\b(will|'ll|let me|i'll|need to|have to|must) (first )?(check|chase|investigate|find out|ask|see|review|speak|discuss|raise|follow)\b|\b(waiting|awaiting|pending)~30(approval|sign|authori|confirmation|reply|manager|director)\b|\b(with|passed (it |this )?(on )?to|forwarded (it |this )?to|sent (it |this )?(on )?to)~30(approval|manager|director|department|colleague|accounts|finance|team|boss|head office)\b|\bno (date|idea|news|update)\b|\b(can't|cannot) (say|give|promise|confirm|commit)\b|\bkeep you (posted|informed|updated)\b|\bwill revert\b|\bon (the|my|our) (list|desk)\b|\bbeing (reviewed|processed|checked|looked)\b|\bas soon as (possible|we can|i can)\b|\basap\b|\bnot (yet )?(approved|signed)|\bwaiting on\b/,
  ),
  thanks:
    /\b(thanks?|thank you|thx|cheers|noted|received with thanks|much appreciated|got it|understood|ok(ay)?|will do)\b/,
  all: /\b(both( of (them|these))?|both invoices|all (of (them|these)|invoices|three|four|five)|either of (these|them)|these invoices|the invoices|everything)\b/,
  months: 'january february march april may june july august september october november december'.split(' '),
  weekdays: [
    /\bmon(day)?\b/,
    /\btue(s|sday)?\b/,
    /\bwed(nesday)?\b/,
    /\bthu(rs|rsday|r)?\b/,
    /\bfri(day)?\b/,
    /\bsat(urday)?\b/,
    /\bsun(day)?\b/,
  ],
  relative: [
    [/\bday after tomorrow\b/, 2],
    [/\bday before yesterday\b/, -2],
    [/\btomorrow\b/, 1],
    [/\byesterday\b/, -1],
    [
      /\bjust now\b|\btoday\b|\bthis (morning|afternoon|evening)\b|\btonight\b|\bend of (the )?day\b|\beod\b|\bcob\b/,
      0,
    ],
  ],
  next: /\bnext\b/,
  coming: /\b(this|coming|this coming)\b/,
  last: /\blast\b/,
  nextWeek: /\b(of |in )?next week\b|\bweek after\b/,
  monthEnd: /\b(end of (the |this )?month|month[ -]?end|eom)\b/,
  nextMonthEnd: /\bend of next month\b|\bnext month[ -]?end\b/,
  endOf: /\b(end of|end)$/,
  span: /\b((that|the same) week|before the (month|week|quarter)|(at|over|on) the weekend|(first|second|third|last) week|last (week|month|year)|next (week|month|few|couple)|this (week|month)|(beginning|start|early|mid|middle|late|end|first half|second half)[ -](of )?(the |this |next )?(week|month|year|\w+)|week (commencing|beginning|ending|of|\d+)|w\/[ce]|in (a|the next|the coming|\d+|two|three|ten|a few|a couple( of)?)( \w+)? ?(days?|weeks?|months?)|within|in due course|shortly|soon|early|mid)\b/,
  bareDay: /\b(the )?(?<day>\d{1,2})(st|nd|rd|th)\b(?! (of )?\p{L}{3,9} (invoice|reminder))/u,
  administrator: /\b(administrator|liquidator|receiver|trustee|supervisor)\b/,
  titles: /\b(mr|mrs|ms|miss|dr|prof|sir|joint|administrators?)\b\.?/g,
  rightAmount:
    /(makes|should (be|have been|read)|correct (amount|total|figure|sum) (is|would be|should be)|is actually|comes to|owe you( only)?)/,
  signs: SIGNS_EN,
};

export const en = readable(EN, 'two|three|four|five|six|seven|eight|nine|ten|twelve|half|a dozen');
