//! Words beside an organisation's name, or before an ask, that say what part it plays.
//!
//! One table of word lists; the code that reads an article asks only for the list.

use crate::blocks_to_tokens::{Sentence, Tokens};
use crate::token::{Symbol, Token};
use crate::vocabulary::Vocabulary;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// rated, handed, downgraded: done to the inspected body.
    Graded,
    /// inspected, visited: done to the inspected body.
    Inspected,
    /// inspection, report, rating: of the inspected body.
    Inspection,
    /// fell, climbed, improved, retained: done by the inspected body with its grade.
    Moved,
    /// looks after, provides, houses: what a body does, where it is introduced.
    Does,
    /// which, who.
    Which,
    /// Words before a body that is not the one inspected: neighbouring, sister, another.
    Elsewhere,
    /// run, owned, managed: before "by" and an owner.
    Run,
    /// Street, Road: ends an address.
    Street,
    /// services, ward, unit: what a department's name is built on.
    Department,
    /// Prepositions before a place.
    PlaceBefore,
    /// Small words that join the words of a name.
    Joiner,
    /// said, told, confirmed: done by one who speaks.
    Speaks,
    /// Words that say an article is about an inspection.
    AboutInspection,
    /// Words for the body's own people, who are asked to act: leaders, governors, staff.
    Leaders,
    /// inspectors, report, watchdog: the inspectorate's own people and papers.
    Inspectors,
    /// Newspapers and stations: the last word of their names.
    Press,
    /// Words of an address or a time that a name cannot be.
    NoName,
    /// Verbs of what is asked that are no nouns: improve, ensure.
    Act,
    /// Verbs of what is asked that are nouns too: review, record.
    ActOrNoun,
    /// Words that begin an aside about why or when something was asked: after, amid.
    Aside,
    /// Subjects of whom nothing is asked: nobody, that, there, we.
    NoAddressee,
    /// Authorities that enforce what an inspectorate finds.
    Enforcer,
    /// Adverbs between a modal and its verb.
    Between,
    /// improve, change: say nothing without an object.
    Vague,
    /// changes, improvements: the objects that say nothing.
    VagueObject,
    /// inspection, investigation: what looks at a topic.
    InspectionNoun,
    /// Words that say a body leaves a regime, or was in it before.
    Leaves,
    /// pleased, proud, congratulated: what somebody should be is praise.
    Praised,
    /// inspector, inspectors: posts of an inspectorate.
    InspectorPost,
    /// Partners, Sons: ends a firm's name.
    Firm,
    /// ombudsman, coroner: who looks into things without inspecting.
    OtherReview,
    /// fined, prosecution: a court, not an inspection.
    Court,
    /// Countries, which are no inspected body.
    Country,
    /// residents, pupils: the people in a body's care.
    Inmates,
    /// inspection, watchdog, hygiene: what only an article about an inspection opens with.
    OfInspection,
    /// placed, put, remains: a body comes into a regime or stays in it.
    Enters,
    /// found, visited, report: an inspection is done.
    Done,
    /// ordered, required, wants: verbs that ask without reporting.
    Demands,
    /// notice, letter: papers that ask.
    Notice,
    /// months, Easter: a stretch or point of time beside months and weekdays.
    Time,
    /// group, union, councillor: who speaks about an inspection from outside.
    Outsider,
    /// face, risk: before what happens to a body unless it acts.
    Risk,
    /// inspect, rated: with "will" or "to be" before them, an inspection to come.
    Planned,
    /// inspected, return, visit: with words of the future beside them, an inspection to come.
    MayBePlanned,
    /// underway, ongoing: an inspection goes on.
    Ongoing,
    /// will, due: something is still to come.
    ToCome,
    /// commissioned: somebody wants another inspection.
    Commissioned,
    /// contest, judges, theatre: what is judged or staged for pleasure, with the words of inspections.
    Show,
}

const WORDS: &[(Cue, &str)] = &[
    (
        Cue::Court,
        "fined fine prosecution prosecuted magistrates court judge jury jailed sentenced pleaded trial",
    ),
    (Cue::Firm, "partners sons associates daughters co ltd limited llp"),
    (Cue::OtherReview, "ombudsman ombudsman's coroner coroner's inquest tribunal magistrates"),
    (
        Cue::Graded,
        "rated rates rate graded grades judged judges given gives handed awarded awards deemed placed placing marked evaluated considered considers branded declared downgraded downgrades upgraded upgrades stripped strips dropped escalated told ordered served hit slapped dished taken moved found issued",
    ),
    (
        Cue::Inspected,
        "toured revisited checked inspected inspects inspecting visited visiting assessed assesses examined reinspected audited checked investigated arrived",
    ),
    (
        Cue::Inspection,
        "inspection inspections visit report reports rating ratings review review's assessment verdict grade grades judgement judgment findings score services care work performance practice effectiveness provision arrangements",
    ),
    (
        Cue::Moved,
        "sailed slid slides slumped crept rose rises risen soared leapfrogged shed scraped shot clings clung held hung earned won landed picked went dipped plummeted bounced advanced secured scooped celebrates toasts passed rated passes flunked shines shone escaped avoided surrendered forfeited fell fallen falls climbed climbs improved improves slipped slips retained retains kept keeps lost loses regained scored scores received receives got gets earned earns achieved achieves requires needs bounced clawed shaken celebrating breached complied met meets failing failed tumbled plunged jumped leapt made makes became catches remains",
    ),
    (
        Cue::Does,
        "looks provides has houses holds serves supports teaches cares stands caters accommodates offers employs runs is was are opened sits lies covers operates charges lets covers answers owns trades",
    ),
    (Cue::Which, "which who that whose where"),
    (
        Cue::Elsewhere,
        "neighbouring nearby neighbour sister another other fellow also unlike rival second formerly",
    ),
    (Cue::Run, "run owned managed operated ran owns provided"),
    (
        Cue::Street,
        "street road lane avenue close drive way crescent terrace place square park row hill gardens walk parade esplanade promenade prom pier quay yard estate court green grove mews market wharf stryd heol ffordd lôn",
    ),
    (Cue::Department, "nursery services service ward wards unit units department departments centre centres"),
    (Cue::PlaceBefore, "in near from across around outside of to between beyond"),
    (Cue::Joiner, "of and the at for with on upon under le la de y yr"),
    (
        Cue::Speaks,
        "said says added told confirmed declined replied congratulated insisted admitted apologised claimed welcomed called warned explained wrote conceded argued denied described praised",
    ),
    (
        Cue::AboutInspection,
        "score scored scores scoring stars star grading gradings grades verdict assessed assessors visit unannounced ehos compliant non-compliant compliance breach breaches regulations judgement judgment reinspected inspecting failings notice requirement requirements inspection inspections inspected inspectors inspector inspectorate watchdog regulator rated rating ratings graded grade downgraded upgraded report findings visited judged special measures hygiene",
    ),
    (
        Cue::Leaders,
        "bosses body practitioners caseworkers clinicians doctors nurses managers manager tutors crews sergeants region academy trainers consultants contractor contractors carers assistants technicians commanders operator operators licensee proprietors headteachers lecturers principals chefs cook cooks facility clinic pharmacy operator surgery dentists midwives therapists wardens supervisors officials police agency charity provider leaders governors staff managers management bosses trustees directors teachers officers councillors ministers chiefs owners provider providers owner board manager headteacher school trust force home service council practice constabulary landlord nursery college academy prison centre unit partnership agency company firm hospital department authority brigade surgery business restaurant supervisors chief constable commissioner headteacher principal governor chair chairman director executive partners partner committee federation diocese association organisation college group company firm landlord hospital provider owners establishment centre partnership region team proprietor publican takeaway pub cafe café shop kitchen parent",
    ),
    (
        Cue::Inspectors,
        "inspectors inspector inspectorate watchdog regulator report reports judgement judgment assessors",
    ),
    (
        Cue::Press,
        "newspaper echo gazette herald times post mail mercury star news standard observer argus advertiser chronicle courier express telegraph guardian record today live radio bbc itv press weekly journal reporter independent sentinel messenger tv newsnight lamp correspondent",
    ),
    (
        Cue::Act,
        "improve ensure make publish stop appoint provide submit repair produce give strengthen develop reduce increase introduce address tackle recruit send bring see write remove install throw get replace invite agree secure establish restart implement update consider involve let do take act respond listen explain identify promote build maintain extend clear close move undertake conduct collect assess communicate embed deliver evaluate demonstrate prioritise investigate protect ensure complete raise keep carry put hire consult reopen draw demand recognise meet fix sharpen continue find help hold offer adopt create define engage gather inform learn manage monitor obtain organise prepare prevent remind require resolve revise seek teach tell tighten upgrade verify weigh eliminate enable expand guarantee minimise rectify redesign reinstate retrain simplify widen broaden deepen accelerate modernise rebuild refurbish redecorate remedy halt lower boost reinforce rethink renew relocate notify escalate detect treat safeguard supervise assign allocate amend analyse apply arrange avoid begin clarify collaborate commission commit compile confirm contact correct devise display dispose distribute encourage enforce enhance enrich equip examine seal plug unblock sanitise defrost scrub sweep insulate visit lean ring phone greet feed speak talk walk sit rely explore facilitate finalise formalise formulate implement incorporate instruct integrate intensify intervene invest launch liaise locate lock maximise mend modify overhaul oversee pay pursue reassess reassure reconsider refer reflect regulate reorganise reset restore restrict retain revisit scrutinise shorten stabilise standardise start streamline tailor transform transfer understand update utilise validate vet wash withdraw adhere adapt align build-up capture champion co-ordinate coordinate deploy eradicate evidence expand grow hire inspect justify learn mend narrow negotiate open permit prepare procure realise reach recover reform remain respond secure separate serve sustain widen buy",
    ),
    (
        Cue::ActOrNoun,
        "start stop block patch call survey log date chart tidy return phone look cover count order mark review record report plan work support challenge test check use train audit share track fill cut set fit clean disinfect label design schedule staff show cap stamp answer lead speed issue limit list name post run store supply step value plan focus guide fund target measure process document search source screen register reward sign structure detail budget brief model map pilot study watch",
    ),
    (Cue::Aside, "after following amid despite although"),
    (
        Cue::NoAddressee,
        "nobody no-one one that this there we you i what who which nothing everybody everyone anyone these those each",
    ),
    (Cue::Enforcer, "department ministers minister government secretary officials"),
    (
        Cue::Between,
        "further formally firmly strongly repeatedly specifically likewise too also now still then therefore urgently immediately instead both only first always not never better routinely again",
    ),
    (Cue::Vague, "improve change do make see act carry undertake bring implement put comply"),
    (
        Cue::VagueObject,
        "things right house order straight out about the its necessary required needed in place improvements improvement changes change better more action progress rapid urgent immediate significant major sweeping further some many quickly fast speedy rapidly drastic big real",
    ),
    (
        Cue::Time,
        "ramadan hogmanay september day days week weeks fortnight month months year years working hours today tomorrow christmas easter spring summer autumn winter term half-term next then immediately evening noon midnight",
    ),
    (
        Cue::MayBePlanned,
        "inspected reinspected revisited visited reassessed assessed inspect reinspect return visit revisit back reassess inspection reinspection",
    ),
    (Cue::InspectionNoun, "inspection inspections investigation review assessment report"),
    (
        Cue::Leaves,
        "out leave leaves leaving left exit exits exited former formerly known described avoid avoids avoided escape escaped lifted removed above risk risks risked could may might until before never not emerged came previously threatened was were had",
    ),
    (
        Cue::Enters,
        "placed places placing put puts putting goes go gone moved plunged remain remains remained still now enters entered escalated stays stay kept requires sent imposed",
    ),
    (
        Cue::Praised,
        "pleased proud congratulated commended applauded delighted praised thanked recognised celebrated encouraged happy noted ashamed embarrassed credited",
    ),
    (Cue::InspectorPost, "inspector inspectors inspectorate regulatory"),
    (
        Cue::Country,
        "england wales scotland ireland britain uk europe britain's london manchester birmingham yorkshire",
    ),
    (
        Cue::Inmates,
        "living detainees teenagers tenants diners customers callers babies visitors residents patients pupils students children prisoners people boys men women detainees parents tenants inmates",
    ),
    (
        Cue::OfInspection,
        "grading gradings grades grade verdict report score scored scores stars assessed assessors ehos hygienic hiqa reinspected inspecting inspection inspections inspected inspectors inspector inspectorate watchdog regulator hygiene ofsted rated rating ratings graded downgraded upgraded",
    ),
    (Cue::Done, "found finds visited inspected findings concluded published said says praised"),
    (
        Cue::Demands,
        "pressed presses press pressing pushed pushes obliged counselled prompted encourages encourage like reminds invites commanded directing told tells telling tell ordered orders order ordering required requires require requiring instructed instructs directed directs asked asks ask asking urged urges urge urging advised advises advise wants want wanted expects expected expect called calls calling call recommended recommends recommend given encouraged invited demanded demands compelled forced suggested suggests reminded",
    ),
    (Cue::Notice, "notice notices letter order orders plan condition conditions"),
    (
        Cue::Outsider,
        "group union unions charity campaigners campaigner residents parents families mp mps councillor councillors neighbours neighbour customers relatives daughter son mother father widow motion protesters reviewers regulars",
    ),
    (Cue::Risk, "face faces facing risk risks risking"),
    (Cue::Planned, "inspect visit examine assess inspected visited assessed rated graded"),
    (Cue::Ongoing, "underway ongoing currently"),
    (Cue::ToCome, "will due plans upcoming"),
    (Cue::Commissioned, "commissioned"),
    (
        Cue::Show,
        "poll survey pollsters voters respondents contest judges judge judging theatre play playhouse preview comedy stage drama novel film gold silver trophy festival marquee entries entrants prizes plots soil audience tickets dahlias garden gardens league striker",
    ),
    (
        Cue::NoName,
        "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter i",
    ),
];

/// The compiled lists: for each known word, the lists it is on.
#[derive(Debug, Default)]
pub(crate) struct CueWords {
    lists: Vec<u64>,
}

impl CueWords {
    /// Makes the words known and compiles the lists.
    pub(crate) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut lists = Vec::new();
        for (cue, words) in WORDS {
            for word in words.split_whitespace() {
                let index = vocabulary.intern(word).0 as usize;
                if lists.len() <= index {
                    lists.resize(index + 1, 0);
                }
                lists[index] |= bit(*cue);
            }
        }
        Self { lists }
    }

    /// The lists that a word is on.
    #[inline]
    pub(crate) fn of(&self, symbol: Symbol) -> Cues {
        Cues(self.lists.get(symbol.0 as usize).copied().unwrap_or(0))
    }

    /// Whether a word is on a list.
    #[inline]
    pub(crate) fn is(&self, symbol: Symbol, cue: Cue) -> bool {
        self.of(symbol).has(cue)
    }

    /// Whether a token is a word on a list.
    #[inline]
    pub(crate) fn at(&self, token: &Token, cue: Cue) -> bool {
        self.is(token.symbol, cue)
    }

    /// For each sentence, the lists that its words are on: most rules ask for words that few sentences hold.
    pub(crate) fn by_sentence(&self, tokens: &Tokens) -> Vec<Cues> {
        let of = |sentence: &Sentence| {
            let words = tokens.list[sentence.tokens.clone()].iter();
            words.fold(Cues::default(), |all, token| all.with(self.of(token.symbol)))
        };
        tokens.sentences.iter().map(of).collect()
    }
}

/// A set of lists of cue words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cues(u64);

impl Cues {
    #[inline]
    pub(crate) fn has(self, cue: Cue) -> bool {
        self.0 & bit(cue) != 0
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

fn bit(cue: Cue) -> u64 {
    1 << cue as u64
}
