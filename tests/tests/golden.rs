//! Golden situations through the command `mingbai assess`, as a policy officer runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    reason = "a test may"
)]

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::{Value as Json, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The command, built the way this test was.
static MINGBAI: LazyLock<PathBuf> = LazyLock::new(|| {
    // This test lies in target/<profile>/deps.
    let test = env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let mut build = Command::new(env!("CARGO"));
    build.current_dir(root()).env("CARGO_TARGET_DIR", profile.parent().unwrap());
    build.args(["build", "--quiet", "-p", "mingbai-rules", "--bin", "mingbai"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success(), "`mingbai` cannot be built");
    profile.join("mingbai")
});

/// Runs `mingbai` from the project's root.
fn mingbai(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(&*MINGBAI);
    command.current_dir(root()).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// The assessment of an applicant in Weihai on 2019-06-01.
fn assess(answers: &Json) -> Json {
    let arguments = [
        "assess",
        "--jurisdiction",
        "371000",
        "--as-of",
        "2019-06-01",
        "--answers",
        "-",
        "--format",
        "json",
    ];
    let output = mingbai(&arguments, &answers.to_string());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    serde_json::from_slice(&output.stdout).expect("stdout is JSON alone")
}

fn determination<'a>(assessment: &'a Json, award: &str) -> &'a Json {
    let all = assessment["determinations"].as_array().unwrap();
    all.iter().find(|it| it["award"] == award).expect("every award is returned")
}

/// Checks the verdict on one award and its amount.
fn check(award: &str, answers: Json, verdict: &str, min: &str, max: Json) {
    let assessment = assess(&answers);
    let found = determination(&assessment, award);
    assert_eq!(found["verdict"], verdict, "{award} with {answers}");
    if verdict == "eligible" {
        let expected = json!({"min": min, "max": max});
        assert_eq!(found["amount"], expected, "{award} with {answers}");
        assert_eq!(found["missing"], json!([]), "{award} with {answers}");
    }
}

/// An enterprise of Weihai that answered one thing more.
fn enterprise(fact: &str, answer: Json) -> Json {
    let mut answers = json!({"registered_in": "371002", "applicant_kind": "enterprise"});
    answers[fact] = answer;
    answers
}

#[test]
fn twenty_patents_are_enough() {
    let award = "weihai-invention-patents-20";
    for (patents, verdict) in [(19, "ineligible"), (20, "eligible"), (21, "eligible")] {
        let answers = enterprise("invention_patents_granted_year", json!(patents));
        check(award, answers, verdict, "200000", json!("200000"));
    }
}

#[test]
fn a_hundred_thousand_a_graduate_up_to_a_million() {
    let award = "weihai-incubator-hnte-graduate";
    for (graduates, sum) in
        [(9, "900000"), (10, "1000000"), (11, "1000000"), (12, "1000000")]
    {
        let mut answers = enterprise("hnte_graduates_year", json!(graduates));
        answers["carrier_level"] = json!("national");
        check(award, answers, "eligible", sum, json!(sum));
    }
}

#[test]
fn more_than_a_hundred_agency_patents_earn_up_to_200_000() {
    let award = "weihai-ip-agency-100-invention-grants";
    for (patents, verdict) in [(100, "ineligible"), (101, "eligible")] {
        let mut answers =
            enterprise("agency_local_invention_grants_year", json!(patents));
        answers["is_ip_agency"] = json!(true);
        check(award, answers, verdict, "0", json!("200000"));
    }
}

#[test]
fn patents_left_out_are_named_as_missing() {
    for answers in [
        json!({"registered_in": "371002", "applicant_kind": "enterprise"}),
        enterprise("invention_patents_granted_year", Json::Null),
        enterprise("invention_patents_granted_year", json!({"min": 15, "max": 30})),
    ] {
        let assessment = assess(&answers);
        let found = determination(&assessment, "weihai-invention-patents-20");
        assert_eq!(found["verdict"], "undetermined", "{answers}");
        assert_eq!(found["missing"], json!(["invention_patents_granted_year"]));
        assert_eq!(assessment["as_of"], "2019-06-01");
    }
}

#[test]
fn a_wrong_answer_is_a_usage_error_and_prints_no_assessment() {
    let arguments =
        ["assess", "--jurisdiction", "371000", "--answers", "-", "--format", "json"];
    for (answers, said) in [
        (r#"{"invention_patents_granted_yaer": 20}"#, "invention_patents_granted_year"),
        (
            r#"{"invention_patents_granted_year": "many"}"#,
            "invention_patents_granted_year",
        ),
        ("{", ""),
    ] {
        let output = mingbai(&arguments, answers);
        assert_eq!(output.status.code(), Some(2), "{answers}");
        assert!(output.stdout.is_empty(), "{answers}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains(said) && !stderr.is_empty(), "{stderr}");
    }
}
