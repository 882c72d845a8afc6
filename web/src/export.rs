//! What the reader takes away as a file: everything as JSON, the tables as CSV.

use mingbai_core::{Amounts, Date, Decimal, Json, Session, Total};

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
        let awards = total.awards.iter().map(|id| Json::from(id.as_str()));
        object(vec![
            ("amount", amounts(total.amount)),
            ("awards", Json::List(awards.collect())),
        ])
    };
    let determinations = assessment.determinations.iter().map(|it| {
        let missing = it.missing.iter().map(|fact| Json::from(fact.id.as_str()));
        object(vec![
            ("award", Json::from(it.award.id.as_str())),
            ("verdict", Json::from(attribute(it.verdict))),
            ("amount", amounts(it.amount)),
            ("missing", Json::List(missing.collect())),
        ])
    });
    let determinations = Json::List(determinations.collect());
    let totals = object(vec![
        ("certain", total(&totals.certain)),
        ("bounded", total(&totals.bounded)),
        ("discretionary", total(&totals.discretionary)),
    ]);
    let assessment = object(vec![
        ("rules", Json::from(file.version.as_str())),
        ("as_of", Json::from(assessment.as_of.to_string())),
        ("jurisdiction", Json::from(file.jurisdiction.to_string())),
        ("determinations", determinations),
        ("totals", totals),
    ]);
    let answers = session.answers().to_json();
    object(vec![("answers", answers), ("assessment", assessment)]).to_string()
}

fn amounts(amounts: Amounts) -> Json {
    let end = |end: Decimal| Json::from(end.to_string());
    let max = amounts.max.map_or(Json::Null, end);
    object(vec![("min", end(amounts.min)), ("max", max)])
}

fn object(members: Vec<(&str, Json)>) -> Json {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
    Json::Object(members.collect())
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
