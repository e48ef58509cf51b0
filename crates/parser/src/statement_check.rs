//! What sentences say, one line for each statement: frames of speech as a table.

use crate::cues_to_people::cues_to_people;
use crate::cues_to_statements::cues_to_statements;
use crate::finding::StatementFinding;
use crate::quotes_to_cues::quotes_to_cues;
use crate::test_text::with_text;

/// One line for each statement: segments, kind, speaker, cue; then the quotations that nobody spoke.
pub(crate) fn check(text: &str) -> String {
    with_text(text, |text| {
        let cues = quotes_to_cues(text);
        let spoken = cues_to_statements(text, &cues, &cues_to_people(text, &cues));
        let line = |found: &StatementFinding| {
            let segments: Vec<&str> = found.segments.iter().map(|range| text.words(range.clone())).collect();
            let name = found.speaker.name.as_deref().unwrap_or("nobody");
            let cue = text.words(found.cue.clone());
            format!("{} → {} {name} ({cue})\n", segments.join(" | "), found.kind.name())
        };
        let lines: String = spoken.statements.iter().map(line).collect();
        let nobodys =
            spoken.unattributed.iter().map(|&index| text.words(text.quotes.list[index].tokens.clone()));
        lines + &nobodys.map(|words| format!("{words} → nobody\n")).collect::<String>()
    })
}

/// A frame, a text, and the statements that are in it.
type Example = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    ("a verb that leads to another", "The residents continued to warn that the home was cold.",
        &["the home was cold → indirect the residents (warn)"]),
    ("a verb that leads to another", "Ada Nwosu went on to say that it was late. She did note that it was warm.",
        &["it was late → indirect Ada Nwosu (went on to say)",
          "it was warm → indirect Ada Nwosu (note)"]),
    ("a time in front of the verb", "Leo Marsh last month joked to Janet Yeo that it was dear.",
        &["it was dear → indirect Leo Marsh (joked)"]),
    ("both behind the subject", "The two owners both denounced the “cold” plan.",
        &["the “cold” plan → mixed the two owners (denounced)"]),
    ("a contracted auxiliary", "They've argued for years that the home is cold. He's telling us he'll leave.",
        &["the home is cold → indirect they (argued)",
          "he'll leave → indirect they (telling)"]),
    ("feelings that lead to speech", "Ada Nwosu was forced to concede that it was late.",
        &["it was late → indirect Ada Nwosu (concede)"]),
    ("a participle before its subject", "Conceding that it was “late”, Ada Nwosu warned: “It is cold.”",
        &["it was “late” → mixed Ada Nwosu (Conceding)",
          "“It is cold.” → direct Ada Nwosu (warned)"]),
    ("a participle before its subject", "After announcing that she would leave, Ada Nwosu was ill.",
        &["she would leave → indirect Ada Nwosu (announcing)"]),
    ("with somebody telling", "It ended with Leo Marsh telling the Echo that it was dear.",
        &["it was dear → indirect Leo Marsh (telling)"]),
    ("in saying that", "Ada Nwosu was wrong in claiming that it was late.",
        &["it was late → indirect Ada Nwosu (claiming)"]),
    ("a time before saying", "Beck Council sent a letter on Monday saying it was late.",
        &["it was late → indirect Beck Council (saying)"]),
    ("as reported", "As reported by the Echo, there are 150 places.",
        &["there are 150 places → indirect Echo (reported)"]),
    ("as reported", "The home is late, as some leaders have said.",
        &["The home is late → indirect some leaders (said)"]),
    ("as reported behind a word", "However, as Ada Nwosu told the Echo, “It was late.”",
        &["“It was late.” → direct Ada Nwosu (told)"]),
    ("a time between verb and quotation", "As Ada Nwosu had written just a few years earlier, “It was late.”",
        &["“It was late.” → direct Ada Nwosu (written)"]),
    ("a lone word before the cue", "Still, Ada Nwosu said, the home has to decide.",
        &["the home has to decide → indirect Ada Nwosu (said)"]),
    ("a clause that goes on", "It makes sense, Ada Nwosu said, for the home to close.",
        &["It makes sense | for the home to close → indirect Ada Nwosu (said)"]),
    ("a clause that goes on", "These homes, inspectors said, “all cost the same”.",
        &["These homes | “all cost the same” → mixed inspectors (said)"]),
    ("a clause that goes on", "The home was cold, said Nwosu, but it was dear. Ms Ada Nwosu left.",
        &["The home was cold → indirect Ada Nwosu (said)"]),
    ("a clause with a phrase in front", "Ada Nwosu added that, in Leeds, it was cold.",
        &["in Leeds, it was cold → indirect Ada Nwosu (added)"]),
    ("a name alone is no clause", "Ada Nwosu, the daughter of Leo Marsh, complained, in a letter to the home, that it was cold.",
        &["it was cold → indirect Ada Nwosu (complained)"]),
    ("somebody else speaks", "Residents said they will leave and others have said they are staying.",
        &["they will leave → indirect Residents (said)",
          "they are staying → indirect others (said)"]),
    ("somebody else speaks", "Residents said it was cold, while only two carers said it was warm.",
        &["it was cold → indirect Residents (said)",
          "it was warm → indirect two carers (said)"]),
    ("somebody else speaks", "Ada Nwosu said it was cold, while Leo Marsh and Jo Bell said it was warm.",
        &["it was cold → indirect Ada Nwosu (said)",
          "it was warm → indirect Leo Marsh and Jo Bell (said)"]),
    ("somebody else speaks", "As Ada Nwosu said it was late, a man yelled “No!”",
        &["it was late → indirect Ada Nwosu (said)",
          "“No!” → direct a man (yelled)"]),
    ("a quotation of its own", "Leo Marsh told us it would not last: “It won't make it,” Ada Nwosu said.",
        &["it would not last → indirect Leo Marsh (told)",
          "“It won't make it,” → direct Ada Nwosu (said)"]),
    ("a leading clause", "After Ada Nwosu said that pupils might do better at “cold schools,” Leo Marsh said: “No.”",
        &["pupils might do better at “cold schools,” → mixed Ada Nwosu (said)",
          "“No.” → direct Leo Marsh (said)"]),
    ("a leading clause", "Even as Leo Marsh has said that he opposes it, his council goes on.",
        &["he opposes it → indirect Leo Marsh (said)"]),
    ("a leading question", "Asked by the Echo why it was late, the council declined to speak.",
        &["why it was late → indirect Echo (Asked)"]),
    ("the author goes on", "Ada Nwosu says she will stay, as have three others.",
        &["she will stay → indirect Ada Nwosu (says)"]),
    ("the author goes on", "Ada Nwosu said the home was cold, but she has since left.",
        &["the home was cold → indirect Ada Nwosu (said)"]),
    ("a report inside a report", "Residents said they were “cold,” according to the Echo.",
        &["Residents said they were “cold,” → mixed Echo (according to)"]),
    ("a relative clause", "The plan, which officers said will close the home, will not help.",
        &["will close the home → indirect officers (said)"]),
    ("a relative clause", "It began with Leo Marsh, who officers claim has been late.",
        &["has been late → indirect officers (claim)"]),
    ("a question", "Ada Nwosu asked whether the home was late. She was asked by host Leo Marsh how it was.",
        &["whether the home was late → indirect Ada Nwosu (asked)",
          "how it was → indirect Leo Marsh (asked)"]),
    ("to whom it is said", "Ada Nwosu complained to the Echo's Jo Bell that it was cold.",
        &["it was cold → indirect Ada Nwosu (complained)"]),
    ("to whom it is said", "Ada Nwosu complained to Beck News' Jo Bell that it was cold.",
        &["it was cold → indirect Ada Nwosu (complained)"]),
    ("to whom it is said", "Leo Marsh told his station's “Morning Call” that it was dear. Ada Nwosu told her staff that it was not.",
        &["it was dear → indirect Leo Marsh (told)",
          "it was not → indirect Ada Nwosu (told)"]),
    ("nobody who is told", "Ada Nwosu promised the home would reopen.",
        &["the home would reopen → indirect Ada Nwosu (promised)"]),
    ("when and where it is said", "Ada Nwosu said on the station's morning programme the home was cold.",
        &["the home was cold → indirect Ada Nwosu (said)"]),
    ("when and where it is said", "The front-runner predicted in March that it would close.",
        &["it would close → indirect the front-runner (predicted)"]),
    ("a headline's colon", "Ada Nwosu: Home has ‘no place’ here\n\nThe end came.",
        &["Home has ‘no place’ here → mixed Ada Nwosu (:)"]),
    ("a headline's colon", "Ada Nwosu: Home has no place here.\n\nThe end came.",
        &["Home has no place here → indirect Ada Nwosu (:)"]),
    ("a headline's colon", "Ada Nwosu on Beck House: ‘It was late’\n\nThe end came.",
        &["‘It was late’ → direct Ada Nwosu (:)"]),
    ("a colon", "The council: “We are late.”\nJo Bell and Ada Nwosu: “We found it.”",
        &["“We are late.” → direct the council (:)",
          "“We found it.” → direct Jo Bell and Ada Nwosu (:)"]),
    ("a colon behind a clause", "Ada Nwosu said: “One.” In a later talk, Leo Marsh was blunt: “Two.”",
        &["“One.” → direct Ada Nwosu (said)",
          "“Two.” → direct Leo Marsh (:)"]),
    ("a colon behind a clause", "Ada Nwosu then turned to the parents:\n\n“We are late.”",
        &["“We are late.” → direct Ada Nwosu (:)"]),
    ("a colon behind a clause", "HOME CLOSES - Ada Nwosu: “It is late.”",
        &["“It is late.” → direct Ada Nwosu (:)"]),
    ("somebody's claim", "A warning from inspectors that it was cold, came late.",
        &["it was cold → indirect inspectors (warning)"]),
    ("somebody's claim", "It rests on her claim in a recent letter that it was late. Ada Nwosu left.",
        &["it was late → indirect her (claim)"]),
    ("how many say it", "75 per cent of parents said it was cold. A poll for the group suggested that it was warm.",
        &["it was cold → indirect 75 per cent of parents (said)"]),
    ("how many say it", "Nearly nine out of 10 say it was cold, and those surveyed say it was dear.",
        &["it was cold → indirect nearly nine out of 10 (say)",
          "it was dear → indirect those surveyed (say)"]),
    ("figures say nothing", "Polls in Leeds and Bradford suggested that it was cold.", &[]),
    ("nobody says it", "No one said it was late. None of the parents said it was cold. Neither Ada Nwosu nor Leo Marsh said it was dear.", &[]),
    ("aides to somebody", "Aides to Ms Nwosu said it was late.",
        &["it was late → indirect Aides to Ms Nwosu (said)"]),
    ("people in public", "Even some party figures said it was late.",
        &["it was late → indirect some party figures (said)"]),
    ("residents who", "Even residents who have praised the home warned that it may close.",
        &["it may close → indirect residents (warned)"]),
    ("residents who", "Residents who complained said it was late.",
        &["it was late → indirect Residents (said)"]),
    ("a dateline", "LEEDS, England - Mayor Leo Marsh met residents and said it must act.",
        &["it must act → indirect Leo Marsh (said)"]),
    ("examples beside the subject", "Papers across the county, including the Echo, warned that it was late.",
        &["it was late → indirect Papers (warned)"]),
    ("what somebody is", "Leo Marsh, a Beck Democrat who has left, said it was late. Jo Bell, Member of Beck, said it was cold.",
        &["it was late → indirect Leo Marsh (said)",
          "it was cold → indirect Jo Bell (said)"]),
    ("a post behind a body", "The home was “cold” last year, said Beck University professor Ada Nwosu.",
        &["The home was “cold” last year → mixed Ada Nwosu (said)"]),
    ("whoever stands beside a quotation", "“They closed it,” the note on the door said.",
        &["“They closed it,” → direct the note on the door (said)"]),
    ("whoever stands beside a quotation", "A heckler yelled: “You are late!”",
        &["“You are late!” → direct a heckler (yelled)"]),
    ("a word before a quotation", "“It was late,” Ada Nwosu said. But “it was kind.”",
        &["“It was late,” | “it was kind.” → direct Ada Nwosu (said)"]),
    ("what it is called", "What Ada Nwosu called a “cold home” was a barn.",
        &["“cold home” → direct Ada Nwosu (called)"]),
    ("what it is called", "Ada Nwosu called it a “stain,” a word she took back.",
        &["“stain,” → direct Ada Nwosu (called)"]),
    ("words that come first", "Ada Nwosu offered “an apology” to parents.",
        &["“an apology” to parents → mixed Ada Nwosu (offered)"]),
    ("nouns that look like verbs", "The coastal states that have homes have claims, and a report that will come raises questions.", &[]),
    ("nouns that look like verbs", "Ada Nwosu wrote a letter, written by Leo Marsh, setting rules “in stone”.", &[]),
    ("verbs of others", "Ada Nwosu said they could meet and find that it was late.",
        &["they could meet and find that it was late → indirect Ada Nwosu (said)"]),
    ("verbs with an object", "Behind what Ada Nwosu called its “old model,” the club charged a fee.",
        &["“old model,” → direct Ada Nwosu (called)"]),
    ("an apostrophe behind an s", "The home's 'caring' staff and residents' families said it was 'late'.",
        &["it was 'late' → mixed residents' families (said)"]),
    ("by whom it is called so", "The home was described as “caring” by the regulator. It was branded 'chaotic' by inspectors.",
        &["“caring” → direct the regulator (described)",
          "'chaotic' → direct inspectors (branded)"]),
    ("by whom it is called so", "Staff were praised for their “warmth” by inspectors. The plan has been called “a stain” by residents, who left.",
        &["their “warmth” → mixed inspectors (praised)",
          "“a stain” → direct residents (called)"]),
    ("by whom it is called so", "Home branded ‘chaotic’ by inspectors\n\nThe end came.",
        &["‘chaotic’ → direct inspectors (branded)"]),
    ("a clause inside a clause", "Ada Nwosu, who says the 61-page report, which came out in May, is wrong, has left.",
        &["the 61-page report, which came out in May, is wrong → indirect Ada Nwosu (says)"]),
    ("a colon behind a clause", "Residents said it was late. The manager resisted: “It was not.”",
        &["it was late → indirect Residents (said)",
          "“It was not.” → direct the manager (:)"]),
    ("what a clause is about", "Ada Nwosu said drafting a plan and holding a vote would take time.",
        &["drafting a plan and holding a vote would take time → indirect Ada Nwosu (said)"]),
    ("how it is said", "Ada Nwosu ended so simply and plainly, “It was late.”",
        &["“It was late.” → direct Ada Nwosu (ended)"]),
    ("a lone word before an inverted verb", "But, said Ms Ada Nwosu, “it was late.”",
        &["“it was late.” → direct Ada Nwosu (said)"]),
];

#[test]
fn frames_of_speech() {
    let read = |(frame, text, statements): &Example| {
        let found = check(text);
        let right = found.lines().eq(statements.iter().copied());
        (!right).then(|| format!("{frame}: {text}\n{found}"))
    };
    let wrong: Vec<String> = EXAMPLES.iter().filter_map(read).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
