//! The command `mingbai` as it is called.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may panic"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn mingbai(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mingbai"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that has refused its arguments reads nothing any more.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn assess(jurisdiction: &str, answers: &str, more: &[&str]) -> Output {
    let mut arguments = vec!["assess", "--jurisdiction", jurisdiction, "--answers", "-"];
    arguments.extend(more);
    mingbai(&arguments, answers)
}

/// What is said on stderr, with exit code 2 and nothing on stdout.
fn refused(jurisdiction: &str, answers: &str, more: &[&str]) -> String {
    let output = assess(jurisdiction, answers, more);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    String::from_utf8(output.stderr).unwrap()
}

/// Verdict and amount of an award of Weihai.
fn determination(award: &str, answers: &str, more: &[&str]) -> String {
    let mut arguments = vec!["--as-of", "2019-06-01", "--format", "json"];
    arguments.extend(more);
    let output = assess("371002", answers, &arguments);
    assert_eq!(output.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["as_of"], "2019-06-01");
    let all = report["determinations"].as_array().unwrap();
    let found = all.iter().find(|it| it["award"] == award).unwrap();
    let amount = &found["amount"];
    format!(
        "{} {} {} {}",
        found["verdict"], amount["min"], amount["max"], found["missing"]
    )
    .replace('"', "")
}

#[test]
fn patents_around_the_threshold() {
    let check = |patents: &str, expect: &str| {
        let answers = format!(
            r#"{{"registered_in": "371002", "applicant_kind": "enterprise"{patents}}}"#
        );
        let found = determination("weihai-invention-patents-20", &answers, &[]);
        assert!(found.starts_with(expect), "{patents}: {found}");
    };
    check(r#", "invention_patents_granted_year": 19"#, "ineligible");
    check(r#", "invention_patents_granted_year": 20"#, "eligible 200000 200000 []");
    check(r#", "invention_patents_granted_year": 21"#, "eligible 200000 200000 []");
    check("", "undetermined 200000 200000 [invention_patents_granted_year]");
    check(r#", "invention_patents_granted_year": null"#, "undetermined");
    check(r#", "invention_patents_granted_year": {"min": 20, "max": 30}"#, "eligible");
}

#[test]
fn wrong_questions_are_refused() {
    insta::assert_snapshot!(refused("37", "{}", &[]), @r"
    error: --jurisdiction: `37` is not a division code: expected six digits of GB/T 2260, such as 371000
    ");
    insta::assert_snapshot!(refused("110000", "{}", &[]), @r"
    error: --jurisdiction: no rules for `110000`: expected one of 370900 (Tai'an), 371000 (Weihai), 441500 (Shanwei), 510800 (Guangyuan), or a division inside
    ");
    insta::assert_snapshot!(refused("371000", "{}", &["--as-of", "2019-6-1"]), @r"
    error: --as-of: `2019-6-1` is not a date: expected year-month-day, such as 2019-06-01
    ");
}

#[test]
fn wrong_answers_are_refused() {
    insta::assert_snapshot!(refused("371000", "[]", &[]), @r#"
    error: standard input: found no object, expected `{"registered_in": "371000", …}`
    "#);
    insta::assert_snapshot!(refused("371000", r#"{"registered_in": "#, &[]), @r"
    error: standard input: not JSON: EOF while parsing a value at line 1 column 18
    ");
    let unknown = r#"{"registered_inn": "371000", "年度发明专利授权数": 20}"#;
    insta::assert_snapshot!(refused("371000", unknown, &[]), @r"
    error: standard input: no fact has the id `registered_inn`: did you mean `registered_in`?
    error: standard input: no fact has the id `年度发明专利授权数`: did you mean `invention_patents_granted_year`?
    ");
    let unfit = r#"{"invention_patents_granted_year": -1, "rd_expense_cny": 1.5}"#;
    insta::assert_snapshot!(refused("371000", unfit, &[]), @r#"
    error: standard input: `invention_patents_granted_year`: `-1` lies outside 0..100000000000000, both included
    error: standard input: `rd_expense_cny`: found `1.5`, expected an integer or a number in quotes, such as "1.5"
    "#);
    insta::assert_snapshot!(refused("371000", r#"{"received": "x"}"#, &[]), @r"
    error: standard input: `received`: expected a list of award ids
    ");
    let received = &["--received", "weihai-invention-patent-20"];
    insta::assert_snapshot!(refused("371000", "{}", received), @r"
    error: --received: no award has the id `weihai-invention-patent-20`: did you mean `weihai-invention-patents-20`?
    ");
}

#[test]
fn an_explanation_for_every_code() {
    let table = mingbai(&["explain"], "");
    let table = String::from_utf8(table.stdout).unwrap();
    for line in table.lines() {
        let (code, title) = line.split_once("  ").unwrap();
        let explained = mingbai(&["explain", code], "");
        let explained = String::from_utf8(explained.stdout).unwrap();
        assert!(explained.starts_with(&format!("{code}: {title}\n\n")), "{explained}");
    }
    assert_eq!(mingbai(&["explain", "E9999"], "").status.code(), Some(2));
}

#[test]
fn fixes_are_written_once() {
    let folder = std::env::temp_dir().join(format!("mingbai-fix-{}", std::process::id()));
    let city = folder.join("371000");
    std::fs::create_dir_all(&city).unwrap();
    let sound =
        "# 保留\npack: {jurisdiction: \"371000\", name: {zh: 威海市, en: Weihai}}\n";
    let wrong = sound.replace("pack:", "pack：");
    std::fs::write(city.join("pack.yaml"), &wrong).unwrap();
    let check = |more: &[&str]| {
        let mut arguments = vec!["check", folder.to_str().unwrap()];
        arguments.extend(more);
        let output = mingbai(&arguments, "");
        let said = String::from_utf8(output.stderr).unwrap();
        let said = said.replace(folder.to_str().unwrap(), "rules");
        (output.status.code(), said, std::fs::read_to_string(city.join("pack.yaml")))
    };
    let (code, _, text) = check(&[]);
    assert_eq!((code, text.unwrap().as_str()), (Some(1), wrong.as_str()));
    let (code, said, text) = check(&["--fix"]);
    insta::assert_snapshot!(said, @r"
    fixed E0102 in rules/371000/pack.yaml:2: `：` → `: `
    fixed 1 place in 1 file
    checked 0 packs with 0 awards: 0 errors, 0 warnings
    ");
    let fixed = text.unwrap();
    assert_eq!(
        (code, fixed.as_str()),
        (Some(0), sound.replace("pack:", "pack: ").as_str())
    );
    let (code, said, text) = check(&["--fix"]);
    insta::assert_snapshot!(said, @r"
    nothing to fix
    checked 0 packs with 0 awards: 0 errors, 0 warnings
    ");
    assert_eq!((code, text.unwrap()), (Some(0), fixed));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A file that the operator wrote lies beside the packs and is named in their index; one
/// with a name or a window that cannot be meant is refused, everything at once.
#[test]
fn what_the_operator_adds_lies_beside_the_packs() {
    let name = format!("mingbai-operator-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let codes = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/codes");
    for (from, to) in [
        ("base/100000/facts.yaml", "rules/100000/facts.yaml"),
        ("base/371000/pack.yaml", "rules/371000/pack.yaml"),
        ("E0101/good.yaml", "rules/371000/awards.yaml"),
    ] {
        let to = folder.join(to);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(codes.join(from), to).unwrap();
    }
    let place = |inner: &str| folder.join(inner).to_str().unwrap().to_owned();
    let compile = |operator: Option<&str>| {
        let (rules, packs, file) = (place("rules"), place("packs"), place("own.json"));
        let mut arguments = vec!["compile", &rules, "--out", &packs];
        if let Some(operator) = operator {
            std::fs::write(&file, operator).unwrap();
            arguments.extend(["--operator", &file]);
        }
        let output = mingbai(&arguments, "");
        let said = String::from_utf8(output.stderr).unwrap();
        let said = said.replace(folder.to_str().unwrap(), "here");
        (output.status.code(), said.lines().last().unwrap().to_owned())
    };
    let index = || {
        let text = std::fs::read_to_string(place("packs/index.json")).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    };

    let award = r#"{"windows": [{"from": "2026-09-01", "until": "2026-09-30"}]}"#;
    let (code, _) = compile(Some(&format!(r#"{{"awards": {{"patents-20": {award}}}}}"#)));
    assert_eq!(code, Some(0));
    let named = index()["operator"].as_str().unwrap().to_owned();
    let written = std::fs::read_to_string(place(&format!("packs/{named}"))).unwrap();
    assert_eq!(
        written,
        format!(r#"{{"awards": {{"patents-20": {award}}}}}"#).replace(' ', "")
    );

    // Without it, what an earlier run wrote goes away.
    assert_eq!(compile(None).0, Some(0));
    assert!(index().get("operator").is_none());
    assert!(!std::fs::exists(place(&format!("packs/{named}"))).unwrap());

    let reversed = award.replace("09-30", "08-30");
    let (code, said) = compile(Some(&format!(
        r#"{{"places": {{"370900": {{}}}}, "awards": {{"patents-20": {reversed}, "patents-200": {{}}}}}}"#
    )));
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(said, @"error: `here/own.json`: no pack is of the place `370900`: did you mean `371000`?; no award has the id `patents-200`: did you mean `patents-20`?; a window of `patents-20` ends before it begins");
    let (_, said) =
        compile(Some(r#"{"awards": {"patents-20": {"apply": "javascript:x"}}}"#));
    insta::assert_snapshot!(said, @r#"error: `here/own.json`: awards.patents-20.apply: found `"javascript:x"`, expected a link of `http` or `https`, or a relative one"#);
    std::fs::remove_dir_all(&folder).unwrap();
}
