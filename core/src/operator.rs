//! What whoever runs a portal adds to the rules: where and when to apply, whom to ask.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::date::Date;
use crate::id::AwardId;
use crate::json::{Json, JsonError};
use crate::jurisdiction::Jurisdiction;
use crate::shape::{FromJson, Reader, shape};
use crate::table::Table;
use crate::text::Language;

shape! {
    /// The operator's file, which an [`crate::Index`] may name. It decides nothing.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Date, Operator, Stage};
    ///
    /// let operator = Operator::from_json(r#"{
    ///     "places": {"371000": {"apply": "https://example.gov.cn/apply"}},
    ///     "awards": {"patents-20": {"windows": [{"from": "2026-09-01", "until": "2026-09-30"}]}}
    /// }"#).unwrap();
    /// let place = "371000".parse().unwrap();
    /// let application = operator.application(&"patents-20".into(), place);
    /// assert_eq!(application.apply.unwrap().as_str(), "https://example.gov.cn/apply");
    /// let window = application.window(Date::constant(2026, 8, 1)).unwrap();
    /// assert_eq!(window.stage(Date::constant(2026, 8, 1)), Stage::Later);
    /// ```
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Operator {
        /// What holds for every award of a jurisdiction, by its division code.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub places: Table<String, Application> = Table::new(),
        /// What holds for one award, by its id; goes before what its place says.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub awards: Table<String, Application> = Table::new(),
    }
}

shape! {
    /// How an award is applied for; each part may be left out.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Application, FromJson, Json};
    ///
    /// let json = Json::parse(r#"{"apply": "javascript:alert(1)"}"#).unwrap();
    /// assert!(Application::read(&json).is_err());
    /// ```
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Application {
        /// Where to apply.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub apply: Option<Address> = None,
        /// When to apply.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub windows: Vec<Window> = Vec::new(),
        /// Whom to ask, in the languages there are.
        #[serde(skip_serializing_if = "Table::is_empty")]
        pub contact: Table<Language, String> = Table::new(),
    }
}

shape! {
    /// Days on which applications are taken.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::{Date, Stage, Window};
    ///
    /// let window = Window { from: Some(Date::constant(2026, 9, 1)), until: None };
    /// assert_eq!(window.stage(Date::constant(2026, 9, 1)), Stage::Open);
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Window {
        /// The first day; always open before its end where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<Date> = None,
        /// The last day, inclusive; open without end where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub until: Option<Date> = None,
    }
}

/// How a [`Window`] stands on a day.
///
/// # Example
///
/// ```
/// use mingbai_core::{Date, Stage, Window};
///
/// let window = Window { from: None, until: Some(Date::constant(2026, 9, 30)) };
/// assert_eq!(window.stage(Date::constant(2026, 10, 1)), Stage::Over);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Applications are taken.
    Open,
    /// They are not taken yet.
    Later,
    /// They are no longer taken.
    Over,
}

impl Window {
    /// How it stands on a day.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Date, Stage, Window};
    /// let window = Window { from: Some(Date::constant(2026, 9, 1)), until: None };
    /// assert_eq!(window.stage(Date::constant(2026, 8, 31)), Stage::Later);
    /// ```
    pub fn stage(&self, date: Date) -> Stage {
        match self {
            Self { from: Some(from), .. } if date < *from => Stage::Later,
            Self { until: Some(until), .. } if date > *until => Stage::Over,
            _ => Stage::Open,
        }
    }
}

/// An address that may be followed: of `http` or `https`, or a relative one.
///
/// # Example
///
/// ```
/// use mingbai_core::{FromJson, Address};
///
/// assert!(Address::read(&"apply.html?award=1".into()).is_ok());
/// assert!(Address::read(&"data:text/html,x".into()).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Address(String);

impl Address {
    /// As it stands in the file.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{FromJson, Address};
    /// let link = Address::read(&"apply.html".into()).unwrap();
    /// assert_eq!(link.as_str(), "apply.html");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, a relative one being told from the folder that the file is in; with
    /// `/` in front it is that of the site around, as everywhere in a page.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{FromJson, Address};
    /// let link = Address::read(&"apply.html".into()).unwrap();
    /// assert_eq!(link.from_folder("forms/"), "forms/apply.html");
    /// ```
    pub fn from_folder(&self, folder: &str) -> String {
        let whole = self.0.starts_with('/') || scheme(&self.0).is_some();
        if whole { self.0.clone() } else { folder.to_owned() + &self.0 }
    }
}

/// What stands before the first `:` of an address, where that is a scheme's.
fn scheme(link: &str) -> Option<&str> {
    let (before, _) = link.split_once(':')?;
    (!before.contains(['/', '?', '#'])).then_some(before)
}

impl FromJson for Address {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let what = "a link of `http` or `https`, or a relative one";
        let link = reader.text(json, what);
        // A browser drops some of these from an address before it reads the scheme.
        let plain = link.bytes().all(|byte| byte > b' ' && byte != b'\\' && byte != 0x7f);
        let web = scheme(link).is_none_or(|scheme| {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        });
        if !plain || !web || link.is_empty() {
            reader.expected(json, what);
        }
        Self(link.to_owned())
    }
}

/// How one award is applied for, its place's ways filled in.
///
/// # Example
///
/// ```
/// use mingbai_core::{Applying, Operator};
///
/// let operator = Operator::from_json("{}").unwrap();
/// let place = "371000".parse().unwrap();
/// let applying: Applying<'_> = operator.application(&"patents-20".into(), place);
/// assert!(applying.apply.is_none() && applying.windows.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applying<'o> {
    /// Where to apply.
    pub apply: Option<&'o Address>,
    /// When to apply.
    pub windows: &'o [Window],
    /// Whom to ask; empty where nobody is named.
    pub contact: Option<&'o Table<Language, String>>,
}

impl<'o> Applying<'o> {
    /// The window that matters on a day: the one that is open, or else the next one, or
    /// else the last.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::{Applying, Date, Window};
    /// let september = Window { from: Some(Date::constant(2026, 9, 1)), until: None };
    /// let windows = [september];
    /// let applying = Applying { apply: None, windows: &windows, contact: None };
    /// assert_eq!(applying.window(Date::constant(2026, 8, 1)), Some(&windows[0]));
    /// ```
    pub fn window(&self, date: Date) -> Option<&'o Window> {
        let windows = || self.windows.iter();
        let at = |stage| move |window: &&Window| window.stage(date) == stage;
        let open = windows().find(at(Stage::Open));
        let next = || windows().filter(at(Stage::Later)).min_by_key(|it| it.from);
        open.or_else(next).or_else(|| windows().max_by_key(|it| it.until))
    }
}

impl Operator {
    /// Reads an operator's file.
    ///
    /// # Errors
    ///
    /// It is no JSON, has a field that there is not, or a link that leads elsewhere than to
    /// the web.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Operator;
    /// assert!(Operator::from_json("{}").is_ok());
    /// assert!(Operator::from_json(r#"{"prices": {}}"#).is_err());
    /// ```
    pub fn from_json(json: &str) -> Result<Self, JsonError> {
        Self::read(&Json::parse(json)?)
    }

    /// How an award of a jurisdiction is applied for.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Operator;
    /// let json = r#"{"awards": {"patents-20": {"apply": "apply.html"}}}"#;
    /// let operator = Operator::from_json(json).unwrap();
    /// let place = "371000".parse().unwrap();
    /// assert!(operator.application(&"patents-20".into(), place).apply.is_some());
    /// assert!(operator.application(&"hnte-first".into(), place).apply.is_none());
    /// ```
    pub fn application(&self, award: &AwardId, place: Jurisdiction) -> Applying<'_> {
        let own = self.awards.get(award.as_str());
        let place = self.places.get(place.to_string().as_str());
        let both = || own.into_iter().chain(place);
        let windows = both().map(|it| it.windows.as_slice()).find(|it| !it.is_empty());
        Applying {
            apply: both().find_map(|it| it.apply.as_ref()),
            windows: windows.unwrap_or_default(),
            contact: both().map(|it| &it.contact).find(|it| !it.is_empty()),
        }
    }

    /// Awards and places with a window that ends before it begins, for whoever checks the
    /// file.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Operator;
    /// let json = r#"{"places": {"371000": {"windows": [
    ///     {"from": "2026-09-30", "until": "2026-09-01"}
    /// ]}}}"#;
    /// let operator = Operator::from_json(json).unwrap();
    /// assert_eq!(operator.contradictions().collect::<Vec<_>>(), ["371000"]);
    /// ```
    pub fn contradictions(&self) -> impl Iterator<Item = &str> {
        let reversed = |window: &Window| {
            window.from.zip(window.until).is_some_and(|(from, until)| until < from)
        };
        self.places
            .iter()
            .chain(self.awards.iter())
            .filter(move |(_, it)| it.windows.iter().any(reversed))
            .map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;

    fn refusal(json: &str) -> String {
        Operator::from_json(json).unwrap_err().to_string()
    }

    #[test]
    fn a_link_leads_to_the_web_or_nowhere() {
        for (link, good) in [
            ("https://example.gov.cn/a?b=c:d#e", true),
            ("HTTP://example.gov.cn", true),
            ("../apply.html", true),
            ("/apply", true),
            ("apply?at=12:30", true),
            ("", false),
            ("javascript:alert(1)", false),
            ("JavaScript:alert(1)", false),
            ("java\tscript:alert(1)", false),
            (" javascript:alert(1)", false),
            ("\u{1}javascript:alert(1)", false),
            ("vbscript:x", false),
            ("data:text/html,x", false),
            ("blob:https://example.gov.cn/1", false),
            ("file:///etc/passwd", false),
            ("https:\\example.gov.cn", false),
            (":", false),
        ] {
            let read = Address::read(&Json::from(link));
            assert_eq!(read.is_ok(), good, "{link:?}");
        }
    }

    #[test]
    fn a_relative_link_is_told_from_the_folder() {
        let check = |link: &str, expect: &str| {
            let link = Address::read(&Json::from(link)).unwrap();
            assert_eq!(link.from_folder("https://a.cn/packs/"), expect);
        };
        check("apply.html", "https://a.cn/packs/apply.html");
        check("../x:y", "https://a.cn/packs/../x:y");
        check("/apply", "/apply");
        check("https://b.cn", "https://b.cn");
    }

    #[test]
    fn the_window_that_matters() {
        let window = |from: &str, until: &str| Window {
            from: from.parse().ok(),
            until: until.parse().ok(),
        };
        let windows = [
            window("2026-09-01", "2026-09-30"),
            window("2026-03-01", "2026-03-31"),
            window("2027-03-01", ""),
        ];
        let applying = Applying { apply: None, windows: &windows, contact: None };
        let check = |date: &str, at: usize, stage: Stage| {
            let date = date.parse().unwrap();
            let window = applying.window(date).unwrap();
            assert_eq!((window, window.stage(date)), (&windows[at], stage), "{date}");
        };
        check("2026-01-01", 1, Stage::Later);
        check("2026-03-01", 1, Stage::Open);
        check("2026-03-31", 1, Stage::Open);
        check("2026-04-01", 0, Stage::Later);
        check("2026-09-30", 0, Stage::Open);
        check("2026-10-01", 2, Stage::Later);
        check("2028-01-01", 2, Stage::Open);
        let applying = Applying { windows: &windows[..2], ..applying };
        let over = applying.window("2026-12-01".parse().unwrap()).unwrap();
        assert_eq!(over, &windows[0], "the last one that was open");
    }

    #[test]
    fn an_award_goes_before_its_place_part_by_part() {
        let operator = Operator::from_json(
            r#"{"places": {"371000": {"apply": "all", "contact": {"en": "office"}}},
                "awards": {"a": {"apply": "own"}}}"#,
        );
        let operator = operator.unwrap();
        let place = "371000".parse().unwrap();
        let said = |award: &str, place| {
            let it = operator.application(&award.into(), place);
            let contact = it.contact.and_then(|it| it.get(&Language::English));
            (it.apply.map(Address::as_str), contact.map(String::as_str))
        };
        assert_eq!(said("a", place), (Some("own"), Some("office")));
        assert_eq!(said("b", place), (Some("all"), Some("office")));
        assert_eq!(said("b", "370900".parse().unwrap()), (None, None));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_snapshot!(refusal("{"), @"line 1, column 2: value or end of sequence expected");
        assert_snapshot!(refusal(r#"{"award": {}}"#), @"unknown field `award`, expected `places`, `awards`");
        assert_snapshot!(refusal(r#"{"awards": {"a": {"apply": "javascript:x"}}}"#), @r#"awards.a.apply: found `"javascript:x"`, expected a link of `http` or `https`, or a relative one"#);
        assert_snapshot!(refusal(r#"{"places": {"371000": {"windows": [{"from": "2026-02-30"}]}}}"#), @r#"places.371000.windows[0].from: found `"2026-02-30"`, expected a day such as "2021-05-17""#);
        assert_snapshot!(refusal(r#"{"places": {"371000": {"contact": "Ms Li"}}}"#), @r#"places.371000.contact: found `"Ms Li"`, expected an object"#);
        let reversed = r#"{"awards": {"a": {"windows": [{"from": "2026-09-30", "until": "2026-09-01"}]}}}"#;
        let operator = Operator::from_json(reversed).unwrap();
        assert_eq!(operator.contradictions().collect::<Vec<_>>(), ["a"]);
    }
}
