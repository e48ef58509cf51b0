//! What sentences yield that point back, pass grades on, put areas as clauses, or speak of others: a line each.

use crate::rating_check::{differences, read};

/// Areas meant by pronouns and by their place in a list; grades passed on.
const BACK: &[(&str, &str)] = &[
    (
        "Both safety and leadership had been inadequate. The first has now moved up to requires improvement and the second to good.",
        "Inadequate before: safe; Requires improvement: safe; Inadequate before: well-led; Good: well-led",
    ),
    (
        "Safety and leadership were inadequate last year. The former is now good; the latter still requires improvement.",
        "Inadequate before: safe; Good: safe; Inadequate before: well-led; Requires improvement: well-led",
    ),
    (
        "HMICFRS rated the force good at investigating crime. Custody and firearms licensing are both inadequate.",
        "Good: investigating crime; Inadequate: custody; Inadequate: firearms licensing",
    ),
    (
        "Inspectors looked at safety, caring and leadership. All three were judged inadequate.",
        "Inadequate: safe; Inadequate: caring; Inadequate: well-led",
    ),
    (
        "Investigating crime and managing offenders were both found to be inadequate by HMICFRS. Both had been adequate at the last inspection.",
        "Inadequate: investigating crime; Adequate before: investigating crime; Inadequate: managing offenders; Adequate before: managing offenders",
    ),
    (
        "Safety was a different story. There the home was once more told it requires improvement, as it had been in 2022.",
        "Requires improvement before: safe; Requires improvement: safe",
    ),
    (
        "A report on the home out today runs all the way from outstanding, for caring, down to inadequate, for safety. In that last area it had been at requires improvement two years ago.",
        "Outstanding: caring; Inadequate: safe; Requires improvement before: safe",
    ),
    (
        "The CQC considered maternity services at St Botolph's Hospital outstanding in 2021. It now considers them inadequate.",
        "Outstanding before: maternity services at St Botolph's Hospital; Inadequate: maternity services at St Botolph's Hospital",
    ),
    (
        "The home has been marked down to 'requires improvement'. Three of the five areas – safety, effectiveness and leadership – now carry that grade too.",
        "Requires improvement: overall; Requires improvement: safe; Requires improvement: effective; Requires improvement: well-led",
    ),
    (
        "The home was downgraded to inadequate. The same rating was given for safety and leadership.",
        "Inadequate: overall; Inadequate: safe; Inadequate: well-led",
    ),
    (
        "The home was rated good overall, a grade it also got for caring and for being responsive.",
        "Good: overall; Good: caring; Good: responsive",
    ),
    ("Leadership was inadequate, together with safety.", "Inadequate: well-led; Inadequate: safe"),
    (
        "The home was given an inadequate rating, the same as last time.",
        "Inadequate: overall; Inadequate before: overall",
    ),
];

/// Counts of which some or all are named.
const COUNTS: &[(&str, &str)] = &[
    (
        "HMICFRS said the force was good in three areas, among them investigating crime, and adequate in six.",
        "Good: ×3; Good: investigating crime; Adequate: ×6",
    ),
    (
        "Two areas of the work of Skelbyshire Fire and Rescue Service are inadequate, according to a report published on Tuesday by HMICFRS: promoting values and culture, and fairness and diversity.",
        "Inadequate: promoting values and culture; Inadequate: fairness and diversity",
    ),
    (
        "HMICFRS judged two areas to be inadequate: preventing crime and managing offenders.",
        "Inadequate: preventing crime; Inadequate: managing offenders",
    ),
    (
        "HMICFRS said two of the nine areas were graded outstanding and five good, with managing offenders and preventing crime both adequate.",
        "Outstanding: ×2; Good: ×5; Adequate: managing offenders; Adequate: preventing crime",
    ),
    (
        "HMICFRS looked at eight areas, of which five were found to be good and three adequate.",
        "Good: ×5; Adequate: ×3",
    ),
    (
        "The areas marked as requiring improvement were caring and leadership.",
        "Requires improvement: caring; Requires improvement: well-led",
    ),
    ("The CQC judged that all three were inadequate.", "Inadequate: ×3"),
    ("Four of the five areas it looked at were marked good.", "Good: ×4"),
    ("HMICFRS said four of the nine areas inspectors looked at were rated good.", "Good: ×4"),
];

/// Subjects of other shapes.
const SUBJECTS: &[(&str, &str)] = &[
    (
        "How safe, effective and well-led it is was inadequate in each case.",
        "Inadequate: safe; Inadequate: effective; Inadequate: well-led",
    ),
    (
        "Safety and the way the firm is run were both branded inadequate.",
        "Inadequate: safe; Inadequate: well-led",
    ),
    (
        "It is inadequate for the way it is led and good for the way it responds to complaints.",
        "Inadequate: well-led; Good: responsive",
    ),
    (
        "Inspectors judged caring and responsive, along with leadership, good.",
        "Good: caring; Good: responsive; Good: well-led",
    ),
    (
        "Effectiveness, care and responsiveness were not looked at this time and keep the good marks they were given in 2022.",
        "Good: effective; Good: caring; Good: responsive",
    ),
    (
        "Call bells rang unanswered at a Hexby care home which has lost its good rating.",
        "Good before: overall",
    ),
    ("Ashby Lodge tumbled two grades from outstanding.", "Outstanding before: overall"),
    (
        "Three years ago the overall answer had been requires improvement.",
        "Requires improvement before: overall",
    ),
    ("The home had, until then, been rated outstanding.", "Outstanding before: overall"),
    (
        "A home which was told it was inadequate two years ago is now good.",
        "Inadequate before: overall; Good: overall",
    ),
    (
        "The home was inadequate for safety but for caring it was given a good.",
        "Inadequate: safe; Good: caring",
    ),
    (
        "HM Inspectorate of Prisons said it was good for respect, but for safety it was no better than poor.",
        "Good: respect; Poor: safety",
    ),
    (
        "The Care Inspectorate said leadership climbed to very good and the setting to excellent.",
        "Very good: leadership; Excellent: setting",
    ),
    (
        "The wellbeing of residents slid from good to weak and leadership from adequate to weak, the Care Inspectorate said.",
        "Good before: wellbeing; Weak: wellbeing; Adequate before: leadership; Weak: leadership",
    ),
    (
        "They came away having given it the worst grade open to them, both overall and for safety.",
        "Inadequate: safe; Inadequate: overall",
    ),
    (
        "Inspectors were happier with safety, where the home moved up from inadequate to good.",
        "Inadequate before: safe; Good: safe",
    ),
];

/// Who tells a grade, what earns it, what passes it on, and when it was given.
const CLAUSES: &[(&str, &str)] = &[
    (
        "The Care Quality Commission (CQC) says the home 'requires improvement'.",
        "Requires improvement: overall",
    ),
    (
        "The home requires improvement, the Care Quality Commission (CQC) has decided.",
        "Requires improvement: overall",
    ),
    ("Leadership earned the home an outstanding.", "Outstanding: well-led"),
    ("Caring won the home a good rating, the CQC said.", "Good: caring"),
    (
        "For caring, and for how it responds to people, the home was found to be 'good'.",
        "Good: caring; Good: responsive",
    ),
    (
        "The home is good for safety, where last summer it was 'inadequate' for caring and 'requires improvement' for leadership.",
        "Good: safe; Inadequate before: caring; Requires improvement before: well-led",
    ),
    ("Leadership is good, where in 2019 it was inadequate.", "Good: well-led; Inadequate before: well-led"),
    (
        "Where leadership had been outstanding, it is now inadequate.",
        "Outstanding before: well-led; Inadequate: well-led",
    ),
    (
        "Leadership has been pushed down to inadequate. Two years ago that was rated good.",
        "Inadequate: well-led; Good before: well-led",
    ),
    ("The home secured a good for leadership and another for caring.", "Good: well-led; Good: caring"),
    (
        "Two areas require improvement: safety, where the grade has not changed, and leadership. The latter used to be good.",
        "Requires improvement: safe; Requires improvement: well-led; Requires improvement before: safe; Good before: well-led",
    ),
    (
        "The home was rated inadequate for safety. Leadership fared no better.",
        "Inadequate: safe; Inadequate: well-led",
    ),
    ("Safety escaped that fate but still requires improvement.", "Requires improvement: safe"),
    ("Just one area was rated inadequate: leadership.", "Inadequate: well-led"),
    (
        "The trust as a whole stays at requires improvement.",
        "Requires improvement before: overall; Requires improvement: overall",
    ),
    ("Four of the five key questions were answered with a good.", "Good: ×4"),
    (
        "The CQC rated the home good, with caring singled out as outstanding.",
        "Good: overall; Outstanding: caring",
    ),
    ("Leadership had slumped to inadequate.", "Inadequate: well-led"),
    (
        "The home went down a grade, to requires improvement, for safety.",
        "Requires improvement: safe; Good before: safe",
    ),
    ("It is now rated inadequate, having fallen two grades.", "Inadequate: overall; Good before: overall"),
    ("The Care Inspectorate handed it a grade of 5 – very good – for leadership.", "Very good: leadership"),
    (
        "It scored two, meaning weak, for leadership and three, or adequate, for setting, the Care Inspectorate said.",
        "Weak: leadership; Adequate: setting",
    ),
];

/// The body with all that a lede says of it before its verb.
const BODIES: &[(&str, &str)] = &[
    (
        "A small home whose staff sing hymns, walk dogs and paint has been judged outstanding.",
        "Outstanding: overall",
    ),
    (
        "A home where people were left alone, fed cold meals and ignored has been rated inadequate.",
        "Inadequate: overall",
    ),
    ("A care home in Oxley where people were left alone has been rated inadequate.", "Inadequate: overall"),
    ("A home where staff were kind and leadership was inadequate.", "Inadequate: well-led"),
    ("The four-bed home was rated inadequate.", "Inadequate: overall"),
    ("The council-run home was rated inadequate.", "Inadequate: overall"),
    ("The privately run home was rated inadequate.", "Inadequate: overall"),
    ("The home must improve after being rated inadequate.", "Inadequate: overall"),
    (
        "The CQC has again rated the home as requires improvement.",
        "Requires improvement before: overall; Requires improvement: overall",
    ),
    (
        "It is the third time in a row that the home has been rated good.",
        "Good before: overall; Good: overall",
    ),
    ("In 2022 leadership was good.", "Good before: well-led"),
    (
        "The scores were good (safe, effective) and inadequate (well-led).",
        "Good: safe; Good: effective; Inadequate: well-led",
    ),
    (
        "Safety was inadequate and the rest good.",
        "Inadequate: safe; Good: effective; Good: caring; Good: responsive; Good: well-led",
    ),
];

/// Other places, shares of many, the scale itself, and what cannot be told.
const NONE: &[&str] = &[
    "The owner, who has a second home in Oxley with a rating of good, declined to comment.",
    "The company has four other homes in the county, all of which are rated good.",
    "Mallow Court, run by the same couple across town, was found good in February.",
    "Mallow Court, which belongs to the same group, was judged to be outstanding.",
    "The group's flagship, Mallow Court, is rated outstanding.",
    "Only three of the 58 homes looked at in the county since last year have been graded outstanding for caring.",
    "About eight in ten care homes in England are rated good.",
    "Eleven of the county's 38 homes have been inspected since 2017, of which seven were judged good in every area.",
    "Fewer than one in ten homes is rated outstanding.",
    "Across England, six of 44 homes have so far been found inadequate for safety.",
    "They mark homes on a scale of four, from inadequate up to outstanding.",
    "Care Inspectorate grades go from one, which is unsatisfactory, up to six, excellent.",
    "She came to Ashby Lodge from a home that was rated outstanding.",
    "The owner said he would not rest until the home was rated good.",
    "Residents rated the home good in a survey.",
    "It was rated good for the way staff treat patients.",
    "The manager previously led a home rated outstanding.",
    "Leadership is good and caring is outstanding, the head said.",
    "Families said leadership was good and caring was outstanding.",
    "A spokesman for the owners said safety was good.",
    "The owner runs three more homes in the county, two of them rated good.",
    "The Barley Trust has four other schools, one of them graded outstanding in 2021.",
    "A quarter of the homes they saw last year were inadequate for safety.",
    "More than half of homes in the county are good for safety.",
    "The company that owns the home was rated inadequate.",
    "Her brother said the staff were ‘good lassies with nobody to lead them’.",
    "Four homes were rated inadequate.",
];

/// Asides behind a grade, in a list or before the verb; one area set apart from the rest.
const ASIDES: &[(&str, &str)] = &[
    ("Ashby Lodge: Care home rated inadequate by the CQC.", "Inadequate: overall"),
    ("Families cheered as inspectors rate the home outstanding, the CQC said.", "Outstanding: overall"),
    (
        "Ratings: safe – inadequate; effective – good; well-led – inadequate, the CQC said.",
        "Inadequate: safe; Good: effective; Inadequate: well-led",
    ),
    (
        "HM Inspectorate of Prisons said safety had declined to poor since the last inspection.",
        "Poor: safety",
    ),
    (
        "The probation service was rated ‘inadequate’ for case supervision by HM Inspectorate of Probation.",
        "Inadequate: case supervision",
    ),
    (
        "The home was rated inadequate, the lowest possible rating, for safety and leadership.",
        "Inadequate: safe; Inadequate: well-led",
    ),
    ("It was ‘inadequate’ – that’s the lowest of the four marks – for safety.", "Inadequate: safe"),
    (
        "The CQC has lowered the rating of Ashby Lodge, in Skelby, from good to inadequate.",
        "Good before: overall; Inadequate: overall",
    ),
    (
        "The home moved up from inadequate, its rating in 2023, to good.",
        "Inadequate before: overall; Good: overall",
    ),
    (
        "Its rating has dropped from good to inadequate overall and for how well-led it is.",
        "Good before: well-led; Good before: overall; Inadequate: well-led; Inadequate: overall",
    ),
    (
        "HMICFRS graded the force adequate in four areas, leadership among them.",
        "Adequate: ×4; Adequate: leadership",
    ),
    (
        "HMICFRS inspected the force. The remaining three, including leadership, were graded adequate.",
        "Adequate: ×3; Adequate: leadership",
    ),
    (
        "HMICFRS inspected the force. Only managing offenders has slipped. It is now inadequate.",
        "Inadequate: managing offenders",
    ),
    ("The Care Inspectorate graded the home weak for how good its leadership is.", "Weak: leadership"),
    (
        "A Skelby care home where people waited for help has been rated inadequate by the CQC.",
        "Inadequate: overall",
    ),
];

#[test]
fn sentences_of_many_shapes_are_read() {
    for table in [BACK, COUNTS, SUBJECTS, CLAUSES, BODIES, ASIDES] {
        let wrong = differences(table);
        assert!(wrong.is_empty(), "{wrong}");
    }
}

#[test]
fn others_and_scales_are_none() {
    let wrong: Vec<String> = NONE
        .iter()
        .filter(|sentence| !read(sentence).is_empty())
        .map(|s| format!("{s} → {}", read(s)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
