//! What the reader takes away as a file: everything as JSON, the tables as CSV.

use mingbai_core::{Amounts, Answer, Answers, Date, Decimal, Session, Total, Value};

use crate::locale::Words;
use crate::session::Rules;
use crate::shown::{Given, Results, Row, attribute};

/// Answers and assessment as JSON, as `mingbai assess` takes and gives them: what the
/// reader was told, without criteria and near misses.
pub fn json(session: &Session) -> String {
    let assessment = session.assessment();
    let file = session.pack().file();
    let totals = assessment.totals();
    let total = |total: &Total| {
        let awards = total.awards.iter().map(|id| string(id.as_str()));
        object(&[("amount", amounts(total.amount)), ("awards", list(awards.collect()))])
    };
    let determinations = assessment.determinations.iter().map(|it| {
        let missing = it.missing.iter().map(|fact| string(fact.id.as_str()));
        object(&[
            ("award", string(it.award.id.as_str())),
            ("verdict", string(attribute(it.verdict))),
            ("amount", amounts(it.amount)),
            ("missing", list(missing.collect())),
        ])
    });
    let assessment = object(&[
        ("rules", string(&file.version)),
        ("as_of", string(&assessment.as_of.to_string())),
        ("jurisdiction", string(&file.jurisdiction.to_string())),
        ("determinations", list(determinations.collect())),
        (
            "totals",
            object(&[
                ("certain", total(&totals.certain)),
                ("bounded", total(&totals.bounded)),
                ("discretionary", total(&totals.discretionary)),
            ]),
        ),
    ]);
    object(&[("answers", answers(session.answers())), ("assessment", assessment)])
}

fn answers(answers: &Answers) -> String {
    let mut members: Vec<(&str, String)> =
        answers.iter().map(|(fact, it)| (fact.as_str(), answer(it))).collect();
    if !answers.received().is_empty() {
        let ids = answers.received().iter().map(|id| string(id.as_str()));
        members.push(("received", list(ids.collect())));
    }
    object(&members)
}

fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Unknown => "null".to_owned(),
        Answer::Range { min, max } => object(&[("min", end(*min)), ("max", end(*max))]),
        Answer::Known(value) => match value {
            Value::YesNo(yes) => yes.to_string(),
            Value::Choices(options) => {
                list(options.iter().map(|id| string(id.as_str())).collect())
            }
            Value::Number(number) => end(Some(*number)),
            Value::Date(date) => string(&date.to_string()),
            Value::Choice(option) => string(option.as_str()),
            Value::Jurisdiction(place) => string(&place.to_string()),
        },
    }
}

fn amounts(amounts: Amounts) -> String {
    object(&[("min", end(Some(amounts.min))), ("max", end(amounts.max))])
}

fn end(end: Option<Decimal>) -> String {
    match end {
        Some(number) => string(&number.to_string()),
        None => "null".to_owned(),
    }
}

fn object(members: &[(&str, String)]) -> String {
    let members =
        members.iter().map(|(name, value)| [&string(name), ":", value].concat());
    ["{", &members.collect::<Vec<_>>().join(","), "}"].concat()
}

fn list(items: Vec<String>) -> String {
    ["[", &items.join(","), "]"].concat()
}

/// A string; ids, dates and figures have no signs but these to escape.
fn string(text: &str) -> String {
    ["\"", &text.replace('\\', "\\\\").replace('"', "\\\""), "\""].concat()
}

/// The awards and the answers as a table that Excel opens as it is: a byte order mark,
/// lines that end in CR LF, and no cell that it would take for a formula.
pub fn csv(
    words: Words,
    rules: &Rules,
    date: Date,
    results: &Results,
    given: &[Given],
) -> String {
    let mut table = Table(String::from('\u{feff}'));
    table.line(&[words.report_title(), &rules.texts.name]);
    table.line(&[words.report_date(), &words.date(date)]);
    table.line(&[words.report_rules(), &rules.pack.file().version]);
    table.line(&[]);
    awards(&mut table, words, results);
    table.line(&[]);
    table.line(&[words.question(), words.answer()]);
    for given in given {
        table.line(&[&given.name, &given.value]);
    }
    table.0
}

fn awards(table: &mut Table, words: Words, results: &Results) {
    let (least, most) = (words.least(), words.most());
    let yuan = |end: &str| format!("{end} ({})", words.yuan());
    table.line(&[
        words.report_policy(),
        words.verdict(),
        words.amount(),
        &yuan(least),
        &yuan(most),
        words.source(),
        words.validity(),
        words.report_missing(),
    ]);
    let mut line = |row: &Row| {
        let ask = row.ask.as_ref().map(|ask| ask.text.as_str());
        table.line(&[
            &row.title,
            words.of_verdict(row.verdict),
            &row.money.text(),
            &row.worth.0.normalize().to_string(),
            &row.worth.1.map(|most| most.normalize().to_string()).unwrap_or_default(),
            &row.article,
            row.standing.unwrap_or_default(),
            row.near.as_deref().or(ask).unwrap_or_default(),
        ]);
    };
    results.groups.iter().flat_map(|group| &group.rows).for_each(&mut line);
    results.others.iter().for_each(&mut line);
}

/// A table as comma-separated values.
struct Table(String);

impl Table {
    fn line(&mut self, cells: &[&str]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        self.0.push('"');
        // A spreadsheet would run what begins like a formula.
        if text.starts_with(['=', '+', '-', '@', '\t', '\r', '−', '＝', '＋', '－', '＠'])
        {
            self.0.push('\'');
        }
        self.0.push_str(&text.replace('"', "\"\""));
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        let check = |cell: &str, expect: &str| {
            let mut table = Table(String::new());
            table.line(&[cell]);
            assert_eq!(table.0, format!("\"{expect}\"\r\n"), "{cell:?}");
        };
        check("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"\"http://x\"\")");
        check("+1", "'+1");
        check("-1", "'-1");
        check("@sum", "'@sum");
        check("\t=1", "'\t=1");
        check("＝1", "'＝1");
        check("a,b\n=c", "a,b\n=c");
        check("20 万元", "20 万元");
    }
}
