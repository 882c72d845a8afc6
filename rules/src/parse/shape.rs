//! The shape of rule files: which keys a mapping has, which of them it needs, and what
//! they hold.
//!
//! One table for two readers: [`super::fields::Fields`] reads no key that its shape does
//! not list, and the JSON Schema that editors use is made from the same lists.

pub(crate) use super::fields::IdStyle;
use super::{amount, award, fact, question};
use crate::inventory::REWARD_WORDS;

/// A mapping with known keys.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its name in the schema.
    pub(crate) name: &'static str,
    /// What a message calls it.
    pub(crate) what: &'static str,
    pub(crate) keys: &'static [Key],
    /// Ways to write it, of which exactly one is taken; empty: all keys go together.
    pub(crate) forms: &'static [Form],
}

/// One way to write a mapping: the keys it needs, the first of which tells it apart, and
/// those it may have.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) needs: &'static [&'static str],
    pub(crate) may: &'static [&'static str],
}

/// A key of a mapping.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    pub(crate) value: Value,
    pub(crate) about: &'static str,
}

/// Whether a key has to be there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Need {
    /// It may be left out.
    Optional,
    /// It is needed.
    Always,
    /// It goes with another key, both or neither.
    With(&'static str),
    /// It is needed where another key is missing.
    Unless(&'static str),
    /// It is needed where a list has several members.
    Several(&'static str),
    /// It goes with some values of `type`, and may be left out there.
    For(&'static [&'static str]),
    /// It goes with some values of `type`, and is needed there.
    NeededFor(&'static [&'static str]),
}

/// What a key holds.
#[derive(Debug)]
pub(crate) enum Value {
    /// A text; a number will do.
    Text,
    /// An id.
    Id(IdStyle),
    /// A name that conditions may use.
    Name,
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Whole,
    /// A day.
    Day,
    /// A division code.
    Code,
    /// A stretch of numbers: `0..`.
    Domain,
    /// `1`, `0.5`, `50%`.
    Ratio,
    /// An expression.
    Expression,
    /// What a case says of a fact.
    Answer,
    /// Nothing.
    Nothing,
    /// One of a few words.
    Word(fn() -> Vec<&'static str>),
    /// A mapping with known keys.
    Shape(&'static Shape),
    /// A value that has a name in the schema: it may hold itself.
    Named(&'static str, &'static Value),
    /// Any of these.
    Either(&'static [Value]),
    /// A list with a member at least.
    List(&'static Value),
    /// A list that may be empty.
    MaybeEmpty(&'static Value),
    /// A list, or its only member.
    OneOrMore(&'static Value),
    /// A mapping whose keys are the author's.
    Map(&'static Value, &'static Value),
    /// The same with an entry at least.
    Entries(&'static Value, &'static Value),
}

const fn may(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, need: Need::Optional, value, about }
}

const fn must(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, need: Need::Always, value, about }
}

const fn when(need: Need, name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, need, value, about }
}

const fn shape(name: &'static str, what: &'static str, keys: &'static [Key]) -> Shape {
    Shape { name, what, keys, forms: &[] }
}

const fn form(needs: &'static [&'static str], may: &'static [&'static str]) -> Form {
    Form { needs, may }
}

/// The words of a table that the parser reads a word by.
fn words_of<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

impl Shape {
    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const W: Value = Value::Shape(&WORDS);
const KEBAB: Value = Value::Id(IdStyle::Kebab);
const REFERENCES: Value = Value::OneOrMore(&Value::Text);
const WORDS_LIST: Value = Value::Either(&[W, Value::List(&W)]);
const NUMERIC: &[&str] = &["count", "decimal", "money", "percent", "year"];

pub(crate) static FILE: Shape = shape(
    "file",
    "a rule file",
    &[
        may("pack", Value::Shape(&PACK), "whose rules the folder holds; once a folder"),
        may(
            "divisions",
            Value::Map(&Value::Code, &W),
            "names that `注册地 in …` may use, by code",
        ),
        may("departments", Value::Map(&KEBAB, &W), "lead departments, by id"),
        may("reviews", Value::Map(&KEBAB, &W), "judgements that several criteria share"),
        may("sections", Value::Map(&KEBAB, &W), "parts of the interview, in order"),
        may(
            "parameters",
            Value::Map(&Value::Name, &FIGURE_VALUE),
            "figures with a name that conditions and amounts use",
        ),
        may(
            "facts",
            Value::Map(&Value::Id(IdStyle::Snake), &Value::Shape(&FACT)),
            "what can be known about an applicant, by id",
        ),
        may(
            "questions",
            Value::Map(&Value::Id(IdStyle::Either), &Value::Shape(&QUESTION)),
            "how facts are asked: one screen each",
        ),
        may(
            "awards",
            Value::Map(&KEBAB, &Value::Shape(&AWARD)),
            "what a policy grants, by id",
        ),
        may(
            "groups",
            Value::Map(&KEBAB, &Value::Shape(&GROUP)),
            "how awards stand to each other",
        ),
        may("document", Value::Shape(&DOCUMENT), "a policy document and its figures"),
    ],
);

pub(crate) static WORDS: Shape = shape(
    "words",
    "words",
    &[must("zh", Value::Text, "简体中文"), must("en", Value::Text, "English")],
);

pub(crate) static PACK: Shape = shape(
    "pack",
    "`pack`",
    &[
        must("jurisdiction", Value::Code, "the code of GB/T 2260, in quotes"),
        must("name", W, "the jurisdiction's name"),
    ],
);

pub(crate) static FACT: Shape = shape(
    "fact",
    "a fact",
    &[
        must("name", Value::Name, "the name in conditions: no spaces, no punctuation"),
        must("en", Value::Text, "a noun phrase for English prose"),
        must("type", Value::Word(|| words_of(&fact::TYPES)), "what kind of value it has"),
        when(
            Need::For(&["decimal", "percent"]),
            "decimals",
            Value::Whole,
            "decimals after the point, 0 to 4; left out: 2",
        ),
        when(
            Need::For(NUMERIC),
            "domain",
            Value::Domain,
            "both ends inclusive: `0..100`, or `0..` open above; left out: `0..`",
        ),
        when(
            Need::NeededFor(&["choice", "choices"]),
            "options",
            Value::Entries(&KEBAB, &Value::Shape(&OPTION)),
            "what may be chosen, in the order shown",
        ),
        when(Need::For(NUMERIC), "unit", W, "the unit of its numbers"),
        when(Need::For(&["yes-no"]), "yes", W, "the fact stated as a requirement"),
        when(Need::For(&["yes-no"]), "no", W, "the same denied"),
        when(Need::Unless("formula"), "ask", W, "the question about this fact alone"),
        may("hint", W, "what counts, where to look it up"),
        may("label", W, "the short label in a checklist"),
        may(
            "period",
            Value::Word(|| words_of(&fact::PERIODS)),
            "the stretch of time it speaks of; left out: the state on the day",
        ),
        may("changeable", Value::YesNo, "the applicant can work on it"),
        may("asked_if", Value::Expression, "where it applies; needs `otherwise`"),
        when(Need::With("asked_if"), "otherwise", Value::Answer, "its value elsewhere"),
        may("formula", Value::Expression, "computed from other facts, never asked"),
    ],
);

pub(crate) static OPTION: Shape = shape(
    "option",
    "an option",
    &[
        must("zh", Value::Text, "简体中文"),
        must("en", Value::Text, "English"),
        may("as", Value::Name, "the name in conditions, where the label does not serve"),
    ],
);

pub(crate) static QUESTION: Shape = shape(
    "question",
    "a question",
    &[
        must("section", Value::Text, "the section that it belongs to"),
        may("form", Value::Word(|| words_of(&question::FORMS)), "how it is laid out"),
        must("facts", REFERENCES, "the facts it settles"),
        when(Need::Several("facts"), "ask", W, "the heading of the screen"),
        when(Need::Several("facts"), "name", W, "its name in the list of answers"),
        may("hint", W, "what counts, where to look it up"),
        may("after", REFERENCES, "questions that come first"),
        may("effort", Value::Whole, "1 a glance; 3 look into the books"),
    ],
);

pub(crate) static AWARD: Shape = shape(
    "award",
    "an award",
    &[
        must("title", W, "its title"),
        must("summary", W, "one sentence for the applicant, in our own words"),
        must("cite", Value::Shape(&AWARD_CITE), "where it stands"),
        must(
            "registered",
            Value::Word(|| words_of(&award::REGISTERED)),
            "whether the text says that the applicant is registered here",
        ),
        may(
            "for",
            Value::Either(&[REFERENCES, Value::Shape(&FOR)]),
            "kinds of applicants; left out: anybody",
        ),
        may("for_implied", Value::YesNo, "the text does not name the beneficiary"),
        may(
            "criteria",
            Value::List(&CRITERIA),
            "each entry is one criterion on the page",
        ),
        must(
            "amount",
            Value::Named("amount", &AMOUNT_VALUE),
            "what an eligible applicant gets",
        ),
        may(
            "per",
            Value::Word(|| words_of(&award::PER)),
            "how often; left out where the text is silent",
        ),
        must("selection", Value::Word(|| words_of(&award::SELECTIONS)), "who decides"),
        may("departments", REFERENCES, "left out: those of the article"),
        may("notes", WORDS_LIST, "what the text leaves open, for the applicant"),
        may("next", WORDS_LIST, "what to do next"),
        may("base", ANSWERS, "answers that every case starts from"),
        may("cases", Value::List(&Value::Shape(&CASE)), "examples that prove the rule"),
    ],
);

const ANSWERS: Value = Value::Map(&Value::Text, &Value::Answer);

pub(crate) static AWARD_CITE: Shape = shape(
    "award-cite",
    "`cite`",
    &[
        must("document", Value::Text, "the id of the document"),
        must("article", Value::Text, "as the document numbers itself, in quotes"),
    ],
);

pub(crate) static CITE: Shape = shape(
    "cite",
    "`cite`",
    &[
        may("document", Value::Text, "left out: the award's"),
        may("article", Value::Text, "left out: the award's"),
    ],
);

pub(crate) static FOR: Shape =
    shape("for", "`for`", &[must("not", REFERENCES, "the kinds that may not")]);

static CRITERIA: Value = Value::Either(&[
    Value::Named("condition", &CONDITION_VALUE),
    Value::Shape(&CRITERION),
]);

pub(crate) static CRITERION: Shape = shape(
    "criterion",
    "a criterion",
    &[
        must("when", Value::Named("condition", &CONDITION_VALUE), "the condition"),
        may("cite", Value::Shape(&CITE), "where it stands, if not where the award does"),
        may("implied", Value::YesNo, "the text presupposes it without saying it"),
    ],
);

static CONDITION_VALUE: Value = Value::Either(&[Value::Expression, Value::Shape(&FRAME)]);

static CONDITION_LIST: Value = Value::Named("condition", &CONDITION_VALUE);

pub(crate) static FRAME: Shape = Shape {
    name: "frame",
    what: "a condition",
    keys: &[
        may("all", Value::List(&CONDITION_LIST), "all of these"),
        may("any", Value::List(&CONDITION_LIST), "any one of these"),
        may("not", Value::Named("condition", &CONDITION_VALUE), "not this"),
        may("at_least", Value::Whole, "at least so many of these"),
        may("of", Value::List(&CONDITION_LIST), "of which `at_least` must hold"),
        may(
            "review",
            Value::Either(&[W, Value::Text]),
            "what only an authority can judge, and why; or the id of a review",
        ),
        may(
            "dated",
            Value::Entries(&Value::Day, &CONDITION_LIST),
            "the wording from each day on",
        ),
    ],
    forms: &[
        form(&["all"], &[]),
        form(&["any"], &[]),
        form(&["not"], &[]),
        form(&["at_least", "of"], &[]),
        form(&["review"], &[]),
        form(&["dated"], &[]),
    ],
};

static AMOUNT_VALUE: Value =
    Value::Either(&[Value::Word(|| words_of(&amount::PLAIN)), Value::Shape(&AMOUNT)]);

const FIGURE_VALUE: Value =
    Value::Either(&[Value::Expression, Value::Entries(&Value::Day, &Value::Expression)]);

pub(crate) static AMOUNT: Shape = Shape {
    name: "amount-of",
    what: "an amount",
    keys: &[
        may("fixed", FIGURE_VALUE, "exactly so much"),
        may("up_to", FIGURE_VALUE, "最高: at most so much, and no formula"),
        may("rate", FIGURE_VALUE, "a share, `50%`"),
        may("of", FIGURE_VALUE, "what the share is taken of"),
        may("each", FIGURE_VALUE, "so much for each unit"),
        may("count", FIGURE_VALUE, "how many units"),
        may("match", FIGURE_VALUE, "a superior grant that is matched"),
        may("ratio", Value::Ratio, "how many yuan are added to one yuan of the grant"),
        may("cap", FIGURE_VALUE, "at most so much"),
        may("tiers", Value::List(&TIERS), "tried from the top; the last has no `when`"),
    ],
    forms: &[
        form(&["fixed"], &[]),
        form(&["up_to"], &[]),
        form(&["rate", "of"], &["cap"]),
        form(&["each", "count"], &["cap"]),
        form(&["match", "ratio"], &["cap"]),
        form(&["tiers"], &[]),
    ],
};

static TIERS: Value =
    Value::Either(&[Value::Word(|| words_of(&amount::PLAIN)), Value::Shape(&TIER)]);

pub(crate) static TIER: Shape = Shape {
    name: "tier",
    what: "a tier",
    keys: &[
        may(
            "when",
            Value::Named("condition", &CONDITION_VALUE),
            "when it applies; the last tier has none",
        ),
        may(
            "amount",
            Value::Named("amount", &AMOUNT_VALUE),
            "what it grants, where a word says it",
        ),
        may("fixed", FIGURE_VALUE, "exactly so much"),
        may("up_to", FIGURE_VALUE, "最高: at most so much, and no formula"),
        may("rate", FIGURE_VALUE, "a share, `50%`"),
        may("of", FIGURE_VALUE, "what the share is taken of"),
        may("each", FIGURE_VALUE, "so much for each unit"),
        may("count", FIGURE_VALUE, "how many units"),
        may("match", FIGURE_VALUE, "a superior grant that is matched"),
        may("ratio", Value::Ratio, "how many yuan are added to one yuan of the grant"),
        may("cap", FIGURE_VALUE, "at most so much"),
    ],
    forms: &[
        form(&["amount"], &["when"]),
        form(&["fixed"], &["when"]),
        form(&["up_to"], &["when"]),
        form(&["rate", "of"], &["when", "cap"]),
        form(&["each", "count"], &["when", "cap"]),
        form(&["match", "ratio"], &["when", "cap"]),
    ],
};

pub(crate) static CASE: Shape = shape(
    "case",
    "a case",
    &[
        must("name", Value::Text, "what it shows"),
        may("given", ANSWERS, "facts by name or id; they win over `base`"),
        may("as_of", Value::Day, "the day; left out: after every day a series names"),
        may("received", Value::YesNo, "the applicant already had the award"),
        must("expect", Value::Word(|| words_of(&award::VERDICTS)), "the verdict"),
        may("amount", Value::Answer, "a sum, or `{min: …, max: …}`"),
        may(
            "missing",
            Value::Either(&[Value::Text, Value::MaybeEmpty(&Value::Text)]),
            "the facts that can still change it, as a set",
        ),
    ],
);

pub(crate) static GROUP: Shape = shape(
    "group",
    "a group",
    &[
        must("awards", REFERENCES, "the awards"),
        must(
            "rule",
            Value::Either(&[
                Value::Word(|| words_of(&question::RULES)),
                Value::Shape(&CAP_RULE),
            ]),
            "what binds them",
        ),
        must("cite", Value::Shape(&AWARD_CITE), "where it stands"),
        must("text", W, "what binds them, for the applicant"),
    ],
);

pub(crate) static CAP_RULE: Shape =
    shape("cap-rule", "`rule`", &[must("cap", Value::Expression, "together at most")]);

pub(crate) static DOCUMENT: Shape = shape(
    "document",
    "a document",
    &[
        must("id", KEBAB, "its id"),
        must("title", W, "its title"),
        may("file", Value::Text, "the file of its text"),
        may("body", Value::Shape(&BODY), "where the document stands in that file"),
        may("from", Value::Day, "the first day, only where the text states it"),
        may("until", Value::Day, "the last day, only where the text states it"),
        may("draft", Value::YesNo, "a draft for comment"),
        may(
            "successors",
            Value::List(&Value::Shape(&SUCCESSOR)),
            "later documents that may replace it",
        ),
        must("articles", ARTICLES, "what each article holds, by its number in quotes"),
        may("headings", ARTICLES, "what stands above articles"),
    ],
);

const ARTICLES: Value =
    Value::Map(&Value::Text, &Value::Either(&[Value::Nothing, Value::Shape(&ARTICLE)]));

pub(crate) static BODY: Shape = shape(
    "body",
    "`body`",
    &[
        may("from", Value::Text, "the characters with which it begins"),
        may("to", Value::Text, "the characters with which it ends"),
    ],
);

pub(crate) static SUCCESSOR: Shape = shape(
    "successor",
    "a successor",
    &[
        must("id", KEBAB, "its id"),
        must("title", W, "its title"),
        must("since", Value::Day, "the first day on which it may have replaced this one"),
        may("awards", REFERENCES, "only these; left out: every award"),
    ],
);

pub(crate) static ARTICLE: Shape = shape(
    "article",
    "an article",
    &[
        may("departments", REFERENCES, "the departments that lead it"),
        may("begins", Value::Text, "the characters with which it begins"),
        may(
            "figures",
            Value::MaybeEmpty(&FIGURES),
            "every figure of the article, in order",
        ),
        may(
            "words",
            Value::List(&Value::Shape(&WORD_ASIDE)),
            "reward words that belong to no award",
        ),
    ],
);

static FIGURES: Value = Value::Either(&[Value::Text, Value::Shape(&FIGURE)]);

pub(crate) static FIGURE: Shape = shape(
    "figure",
    "a figure",
    &[
        must("figure", Value::Text, "as the text writes it"),
        must("aside", W, "why no award uses it"),
    ],
);

pub(crate) static WORD_ASIDE: Shape = shape(
    "word",
    "a word",
    &[
        must("word", Value::Word(|| REWARD_WORDS.to_vec()), "the reward word"),
        may("times", Value::Whole, "how many of its occurrences; left out: 1"),
        must("aside", W, "why it belongs to no award"),
    ],
);

/// Notes that the parser asked for a key, so that a test can tell keys that it never does.
#[cfg(test)]
pub(super) fn note_read(shape: &'static str, key: &'static str) {
    reads::READ.with_borrow_mut(|read| read.insert((shape, key)));
}

#[cfg(test)]
pub(crate) mod reads {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        pub(crate) static READ: RefCell<BTreeSet<(&'static str, &'static str)>> =
            const { RefCell::new(BTreeSet::new()) };
    }
}
