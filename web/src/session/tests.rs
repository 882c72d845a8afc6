use std::sync::Arc;

use mingbai_core::{OptionId, Pack, Texts, Verdict};
use serde_json::json;

use super::*;
use crate::draft::Place;

/// A city with two awards: one for enterprises with 20 patents, one for enterprises.
fn rules(language: Language) -> Rules {
    let cite = json!({"document": "d", "article": "14"});
    let enterprise = json!({
        "condition": {"one-of": {"fact": "applicant_kind", "options": ["enterprise"]}},
        "cite": cite,
    });
    let here = json!({
        "condition": {"within": {"fact": "registered_in", "division": "371000"}},
        "cite": cite, "implied": true,
    });
    let patents = json!({
        "condition": {"compare": {
            "left": {"fact": "patents"}, "is": ">=", "right": {"number": "20"},
        }},
        "cite": cite,
    });
    let pack = json!({
        "schema": 1, "version": "v", "jurisdiction": "371000",
        "documents": [{"id": "d"}],
        "facts": [
            {"id": "registered_in", "kind": "jurisdiction"},
            {"id": "applicant_kind", "kind": {"choice": ["enterprise", "individual"]}},
            {"id": "patents", "kind": {"count": {"min": "0"}}, "changeable": true},
        ],
        "sections": ["basics"],
        "questions": [
            {"id": "where", "section": "basics", "facts": ["registered_in"], "form": "single"},
            {"id": "who", "section": "basics", "facts": ["applicant_kind"], "form": "single",
             "after": ["where"]},
            {"id": "patents", "section": "basics", "facts": ["patents"], "form": "single",
             "after": ["who"]},
        ],
        "awards": [
            {"id": "a", "cite": cite, "criteria": [here, enterprise],
             "amount": {"fixed": {"number": "50000"}}, "selection": "automatic"},
            {"id": "b", "cite": cite, "criteria": [here, enterprise, patents],
             "amount": {"fixed": {"number": "200000"}}, "selection": "automatic"},
        ],
    });
    let fact =
        |name: &str| json!({"name": name, "ask": format!("{name}？"), "unit": "件"});
    let question = |name: &str| json!({"ask": format!("{name}？"), "name": name});
    let award = |title: &str| json!({"title": title, "summary": ""});
    let texts = json!({
        "schema": 1, "version": "v", "language": language.tag(), "name": "威海市",
        "facts": {
            "registered_in": fact("注册地"), "patents": fact("发明专利授权"),
            "applicant_kind": {"name": "申请人", "ask": "申请人？",
                "options": {"enterprise": "企业", "individual": "个人"}},
        },
        "questions": {"where": question("注册地"), "who": question("申请人"),
            "patents": question("发明专利授权")},
        "sections": {"basics": "基本情况"},
        "awards": {"a": award("甲"), "b": award("乙")},
        "documents": {"d": "某文件"}, "reviews": {}, "groups": {}, "departments": {},
        "divisions": {"371000": "威海市", "371002": "环翠区"},
    });
    let pack = Pack::from_json(&pack.to_string()).unwrap();
    let texts = Texts::from_json(&texts.to_string()).unwrap();
    let (pack, texts) = (Arc::new(pack), Rc::new(texts));
    Rules { pack, texts, whole: true, operator: Rc::default() }
}

/// The same rules with the words that come first.
fn opening(rules: &Rules) -> Rules {
    let texts = Rc::new(rules.texts.opening(&rules.pack));
    Rules { texts, whole: false, ..rules.clone() }
}

impl State {
    fn after(&self, action: Action) -> Self {
        let mut state = self.clone();
        state.act(action);
        state
    }
}

fn unbegun() -> State {
    let options = Options {
        jurisdiction: None,
        language: Language::ChineseSimplified,
        theme: None,
        large: false,
        as_of: None,
        awards: Vec::new(),
        answers: None,
        share_base: None,
        base: String::new(),
        words: String::new(),
        unit: false,
    };
    let listed = |code: &str| Listed {
        jurisdiction: code.parse().unwrap(),
        name: code.to_owned(),
    };
    State::new(options, Date::constant(2026, 11, 20))
        .after(Action::Index(vec![listed("371000"), listed("370900")]))
}

fn begun() -> State {
    unbegun()
        .after(Action::Rules(rules(Language::ChineseSimplified)))
        .after(Action::Start)
}

fn enter(state: &State, fact: &str, entry: Entry) -> State {
    state.after(Action::Enter(fact.into(), entry)).after(Action::Next)
}

fn place(code: &str) -> Entry {
    Entry::Place(Place::City(code.parse().unwrap()))
}

fn kind(option: &str) -> Entry {
    Entry::Choice(OptionId::from(option))
}

fn asked(state: &State) -> &str {
    state.asking.as_ref().map_or("", |asking| asking.question.as_str())
}

#[test]
fn an_interview_ends_in_results() {
    let state = begun();
    assert_eq!(asked(&state), "where");
    let state = enter(&state, "registered_in", place("371000"));
    assert_eq!(asked(&state), "who");
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    assert_eq!((asked(&state), state.results.summary.eligible), ("patents", 1));
    assert!(state.said.contains("甲"), "{}", state.said);
    let state = enter(&state, "patents", Entry::Exact("１７件".to_owned()));
    assert_eq!(state.screen, Screen::Results);
    let near = state.results.groups.iter().flat_map(|group| &group.rows);
    assert_eq!(near.filter(|row| row.near.is_some()).count(), 1);
    assert_eq!(state.given.len(), 3);
    // Changing the answer leads back to the results.
    let state = state.after(Action::Ask("patents".into()));
    assert_eq!(asked(&state), "patents");
    let state = enter(&state, "patents", Entry::Exact("二十".to_owned()));
    assert_eq!((&state.screen, state.results.summary.eligible), (&Screen::Results, 2));
}

#[test]
fn what_is_refused_stays_on_the_screen() {
    let state = enter(&begun(), "registered_in", place("371000"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    let moved = state.moved;
    let state = enter(&state, "patents", Entry::Exact("二十来件".to_owned()));
    let asking = state.asking.as_ref().unwrap();
    assert_eq!((asking.complaints.len(), state.moved), (1, moved + 1));
    assert_eq!(
        asking.draft.entry(&"patents".into()),
        Some(&Entry::Exact("二十来件".to_owned()))
    );
    assert_eq!(state.answers().get(&"patents".into()), None);
}

#[test]
fn back_leads_through_the_answers_to_the_start() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let state = state.after(Action::Back);
    assert_eq!(asked(&state), "where");
    let draft = &state.asking.as_ref().unwrap().draft;
    assert!(matches!(draft.entry(&"registered_in".into()), Some(Entry::Place(_))));
    assert_eq!(state.after(Action::Back).screen, Screen::Start);
}

#[test]
fn a_language_keeps_everything() {
    let state = enter(&begun(), "registered_in", place("371000"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    let after = state.after(Action::Rules(rules(Language::English)));
    assert_eq!(after.language, Language::English);
    assert_eq!(after.answers(), state.answers());
    assert_eq!((asked(&after), &after.screen), (asked(&state), &state.screen));
}

#[test]
fn the_first_question_is_asked_before_all_words_are_there() {
    let rules = rules(Language::ChineseSimplified);
    assert!(unbegun().opens());
    let state = unbegun().after(Action::Rules(opening(&rules))).after(Action::Start);
    assert!(!state.opens() && !state.waits());
    assert_eq!(asked(&state), "where");
    let entered = state.after(Action::Enter("registered_in".into(), place("371002")));
    // All of it comes while this is on the screen, and nothing is lost.
    let whole = entered.after(Action::Rules(rules.clone()));
    assert_eq!((asked(&whole), whole.moved), ("where", entered.moved));
    assert_eq!(whole.asking, entered.asking);
    assert_eq!(whole.results.recorded, 2);
    // Or it is waited for, and then done.
    let held = entered.after(Action::Next);
    assert!(held.waits() && held.answers() == Answers::new());
    let done = held.after(Action::Rules(rules));
    assert!(!done.waits() && done.moved > held.moved);
    assert_eq!((asked(&done), done.given.len()), ("who", 1));
}

#[test]
fn nothing_is_told_of_results_before_there_are_any() {
    let rules = rules(Language::ChineseSimplified);
    let answers = Some(r#"{"registered_in": "371002"}"#.to_owned());
    let state = unbegun().after(Action::Rules(opening(&rules)));
    let state =
        state.after(Action::Options(Options { answers, ..state.options.clone() }));
    let result = |event: &Event| matches!(event, Event::Result { .. });
    assert!(!state.events.iter().any(result), "{:?}", state.events);
    // What is asked next has no words yet.
    assert!(state.after(Action::Start).waits());
    let state = state.after(Action::Rules(rules));
    assert!(state.events.iter().any(result), "{:?}", state.events);
    assert!(state.events.contains(&Event::Whole), "{:?}", state.events);
}

#[test]
fn what_is_known_before_the_rules_is_not_opened_with_a_part_of_them() {
    let line = "1,371000,v&registered_in=371002".to_owned();
    assert!(!unbegun().after(Action::Open(line)).opens());
    let answers = Some("{}".to_owned());
    let options = Options { answers, ..unbegun().options };
    assert!(!State::new(options, Date::constant(2026, 11, 20)).opens());
    let options = Options { awards: vec!["a".into()], ..unbegun().options };
    assert!(!State::new(options, Date::constant(2026, 11, 20)).opens());
}

#[test]
fn a_listed_city_is_waited_for_and_an_unlisted_one_is_said() {
    let state = enter(&begun(), "registered_in", place("370900"));
    assert!(state.awaiting);
    assert_eq!(state.jurisdiction.map(|it| it.code()), Some(370_900));
    let state = enter(&begun(), "registered_in", Entry::Place(Place::Elsewhere));
    assert_eq!(state.screen, Screen::Elsewhere);
}

#[test]
fn an_attribute_leaves_what_the_reader_chose() {
    let state = begun().after(Action::Language(Language::English));
    let given = Options { large: true, ..begun().options };
    let state = state.after(Action::Options(given));
    assert_eq!((state.options.language, state.options.large), (Language::English, true));
}

#[test]
fn what_the_host_knows_is_not_asked() {
    let known =
        |text: &str| Options { answers: Some(text.to_owned()), ..begun().options };
    let text = r#"{"registered_in": "371002", "patents": "many", "alien": 3}"#;
    let state = begun().after(Action::Options(known(text)));
    assert!(state.answers().get(&"registered_in".into()).is_some());
    assert_eq!(state.next, Some("who".into()));
    let hint = Event::Hint { attribute: "answers", ids: vec!["patents".to_owned()] };
    assert!(state.events.contains(&hint), "{:?}", state.events);
    // Said again otherwise, it is taken over; taken away, the answer stays.
    let state = state.after(Action::Options(known(r#"{"patents": 20}"#)));
    let state = state.after(Action::Options(begun().options));
    assert_eq!(state.given.len(), 2);
    for text in ["", "[]", "{", "{\"received\": 7}", "nul\u{0}"] {
        let state = begun().after(Action::Options(known(text)));
        assert_eq!(state.answers(), begun().answers(), "{text}");
    }
}

#[test]
fn rules_of_a_city_that_is_wanted_no_more_are_passed_over() {
    let state = begun().after(Action::City("370900".parse().unwrap()));
    let after = state.after(Action::Rules(rules(Language::English)));
    assert_eq!(after.language, Language::ChineseSimplified);
    assert_eq!(after.jurisdiction, state.jurisdiction);
}

#[test]
fn a_date_that_is_taken_back_is_today_again() {
    let dated = Options { as_of: Some(Date::constant(2019, 6, 1)), ..begun().options };
    let state = begun().after(Action::Options(dated));
    assert_eq!(state.date, Date::constant(2019, 6, 1));
    let state = state.after(Action::Options(begun().options));
    assert_eq!(state.date, Date::constant(2026, 11, 20));
}

#[test]
fn results_tell_counts_and_sums() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    let Some(Event::Result { counts, totals }) = state.events.last() else {
        panic!("{:?}", state.events)
    };
    assert!(counts.contains(&(Verdict::Eligible, 1)), "{counts:?}");
    assert_eq!(
        totals.map(|it| it.as_exact()),
        [Some(50_000.into()), Some(0.into()), Some(0.into())]
    );
}

#[test]
fn a_line_opens_where_the_answers_lead() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    let line = state.line().unwrap();
    let opened = |line: String| {
        State::new(begun().options, Date::constant(2026, 11, 20))
            .after(Action::Open(line))
            .after(Action::Rules(rules(Language::ChineseSimplified)))
    };
    let there = opened(line.clone());
    assert_eq!(there.answers(), state.answers());
    assert_eq!((asked(&there), there.notice), ("patents", Some(Notice::Opened)));
    // Back leads through the answers that came with it.
    assert_eq!(asked(&there.after(Action::Back)), "who");
    let older = opened(line.replace(",v&", ",w&"));
    assert_eq!(older.notice, Some(Notice::Older));
    let lost = opened(line.replace("enterprise", "school"));
    assert_eq!((lost.given.len(), lost.notice), (1, Some(Notice::Lost(1))));
    let unread = opened("2,371000,v".to_owned());
    assert_eq!(
        (&unread.screen, unread.notice),
        (&Screen::Start, Some(Notice::Unreadable))
    );
}

#[test]
fn a_link_to_a_city_without_rules_is_said_and_left() {
    let state = State::new(begun().options, Date::constant(2026, 11, 20))
        .after(Action::Open("1,441500,v&registered_in=441500".to_owned()));
    assert_eq!(state.jurisdiction.map(|it| it.code()), Some(441_500));
    let missing = Failure {
        code: "MB-PACK-NONE".to_owned(),
        kind: FailureKind::Missing,
        detail: String::new(),
    };
    let state = state.after(Action::Failed(missing));
    assert_eq!((state.jurisdiction, &state.failure), (None, &None));
    assert_eq!(state.notice, Some(Notice::Unreadable));
}

/// Whether all of `part` stands in `whole`.
fn holds(whole: &serde_json::Value, part: &serde_json::Value) -> bool {
    match (whole, part) {
        (serde_json::Value::Object(whole), serde_json::Value::Object(part)) => part
            .iter()
            .all(|(name, part)| whole.get(name).is_some_and(|it| holds(it, part))),
        (serde_json::Value::Array(whole), serde_json::Value::Array(part)) => {
            whole.len() == part.len()
                && whole.iter().zip(part).all(|(whole, part)| holds(whole, part))
        }
        (whole, part) => whole == part,
    }
}

#[test]
fn what_is_exported_is_read_again() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    let state = state.after(Action::Receive("a".into(), true));
    let session = state.session.as_ref().unwrap();
    let text = crate::export::json(session);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let answers = serde_json::to_value(session.answers().to_json()).unwrap();
    assert_eq!(json["answers"], answers);
    // All that is said is what core says.
    let said = serde_json::to_value(session.assessment()).unwrap();
    assert!(holds(&said, &json["assessment"]), "{said} {text}");
    let there = begun().after(Action::Import(text));
    assert_eq!(there.answers(), state.answers());
    assert_eq!(there.notice, Some(Notice::Opened));
    let answers = r#"{"registered_in": "371002", "patents": "many"}"#;
    let there = begun().after(Action::Import(answers.to_owned()));
    assert_eq!((there.given.len(), there.notice), (1, Some(Notice::Lost(1))));
    for text in ["", "{", "[1]", "7", "null"] {
        let there = begun().after(Action::Import(text.to_owned()));
        assert_eq!(there.notice, Some(Notice::Unreadable), "{text}");
        assert_eq!(there.answers(), begun().answers());
    }
}

#[test]
fn an_award_that_was_received_is_no_longer_eligible() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let state = enter(&state, "applicant_kind", kind("enterprise"));
    assert_eq!(state.count(Verdict::Eligible), 1);
    let state = state.after(Action::Show(Screen::Award("a".into())));
    let state = state.after(Action::Receive("a".into(), true));
    assert_eq!((state.count(Verdict::Eligible), state.count(Verdict::Received)), (0, 1));
    let opened = state.award.as_ref().map(|it| it.row.verdict);
    assert_eq!(opened, Some(Verdict::Received));
    let state = state.after(Action::Receive("a".into(), false));
    assert_eq!(state.count(Verdict::Eligible), 1);
}

#[test]
fn no_event_carries_a_value() {
    let state = enter(&begun(), "registered_in", place("371002"));
    let told = format!("{:?}", state.events);
    assert!(told.contains("registered_in") && !told.contains("371002"), "{told}");
}
