//! The stable codes of diagnostics, and what each one means.

use serde::Serialize;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing is compiled while one stands.
    Error,
    /// The rules compile; somebody should look.
    Warning,
}

macro_rules! codes {
    ($($variant:ident $id:literal $title:literal $explanation:literal)*) => {
        /// The kind of a diagnostic. Codes are stable: one that is given up is never
        /// given again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as it is shown: `E0101`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What it means, on one line.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// What it means, why it is refused, and how to put it right.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }
        }
    };
}

impl Code {
    /// Whether it stops the compiler: codes with `E` do.
    pub fn severity(self) -> Severity {
        if self.id().starts_with('E') { Severity::Error } else { Severity::Warning }
    }

    /// The code shown as `id`, in either case; `None` where there is none.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id().eq_ignore_ascii_case(id))
    }
}

codes! {
    Yaml "E0101" "the file is not YAML"
        "The YAML reader gave up here, so nothing after this place in the file was read. \
         Common causes: an indentation that differs from the line above, a missing \
         closing quote or bracket, a `: ` inside a text without quotes."
    FullWidth "E0102" "full-width punctuation where YAML needs the plain form"
        "YAML knows only the plain colon followed by a space. A full-width `：` makes \
         one long text of a key and its value.\n\n    title：奖励      # wrong\n    \
         title: 奖励       # right"
    MissingSpace "E0103" "a colon without a space after it"
        "`key:value` is one text to YAML; `key: value` is a key and its value."
    FoldedText "E0104" "YAML reads `>` at the start as folded text"
        "A value that begins with `>`, `|`, `*`, `&`, `!`, `%`, `@` or a backtick has a \
         meaning of its own in YAML. A condition begins with the fact it speaks of:\n\n    \
         - >= 5                      # wrong\n    - 年度发明专利授权数 >= 5    # right"
    UnquotedList "E0105" "an expression with brackets or commas inside { } or [ ] needs quotes"
        "Inside `{ }` and `[ ]` YAML ends a text at the first `[`, `]`, `{`, `}` or `,`.\
         \n\n    {when: 申请人类别 in [企业, 高等学校]}      # wrong\n    \
         {when: '申请人类别 in [企业, 高等学校]'}    # right"
    Tab "E0106" "a tab used for indentation"
        "YAML forbids tabs in indentation. Use two spaces for each level."
    DuplicateKey "E0107" "a key written twice in one mapping"
        "Only one of the two values could count, and YAML readers disagree on which one."
    YesNo "E0108" "a bare yes, no, on, off, true, false or null where a text is expected"
        "Many YAML readers turn a bare `no` into the truth value false. Where the word \
         itself is meant, put it in quotes: `\"no\"`."
    LeadingZero "E0109" "a number with a leading zero"
        "Some YAML readers take `010` for 8. Write `10`, or `\"010\"` where the digits are \
         a text."
    Anchors "E0110" "YAML anchors, aliases, tags and several documents are not read"
        "They make a rule depend on a place that its reader does not see. Write the value \
         out."
    TooDeep "E0111" "nested too deeply"
        "Nothing that an officer can read is nested more than 48 levels deep."

    NotMapping "E0201" "expected keys and values"
        "Here a mapping is expected: lines of `key: value`, or `{key: value, …}`."
    NotList "E0202" "expected a list"
        "Here a list is expected: lines that begin with `- `, or `[a, b]`."
    NotScalar "E0203" "expected a single value"
        "Here a single value is expected, neither a list nor keys with values."
    UnknownKey "E0204" "unknown key"
        "This key is not part of the language; see rules/LANGUAGE.md. Unknown keys are \
         refused because a misspelt one would silently have no effect."
    MissingKey "E0205" "a required key is missing"
        "The language requires this key here; see rules/LANGUAGE.md."
    MissingTranslation "E0206" "words without one of their languages"
        "Everything shown to people is written in Chinese and English: \
         `{zh: 威海市, en: Weihai}`. zh-Hant is converted from zh."
    BadWord "E0207" "not one of the words that are possible here"
        "Only some fixed words are possible in this place; the message lists them."
    BadNumber "E0208" "expected a number"
        "Numbers are plain digits with an optional decimal point. Sums of money carry \
         their unit: `20 万元`."
    BadDate "E0209" "expected a date"
        "Dates are written year-month-day: `2022-01-01`."
    BadId "E0210" "not a valid id or name"
        "Ids of facts are snake_case, those of questions either, all others kebab-case: \
         lower-case letters, digits, `_` or `-`. Names in conditions are letters (Chinese too) and digits, begin with \
         a letter, and have no spaces or punctuation."
    BadBoolean "E0211" "expected yes or no"
        "Truth values are written `yes` and `no` (`true` and `false` are read as well)."
    EmptyList "E0212" "an empty list"
        "Something must stand here: an empty list would make a condition always true or \
         a question without content."
    BadCode "E0213" "not a division code"
        "Divisions are written by their six digits of GB/T 2260, in quotes: `\"371000\"`."
    BadDomain "E0214" "not a domain"
        "A domain is `0..` (no upper end) or `0..100`, both ends inclusive, numbers only; \
         the lower end must not exceed the upper one."

    UnknownFact "E0301" "no fact has this name"
        "A name in a condition is a fact's `name` or id, from this folder or that of a \
         containing jurisdiction."
    UnknownOption "E0302" "the fact has no such option"
        "Options are written by their zh label, their `as` name, or their id in quotes."
    UnknownDivision "E0303" "no division has this name"
        "Divisions are listed under `divisions`, each with its code and names."
    UnknownDocument "E0304" "no document has this id"
        "Documents are declared in `sources/<document>.yaml` under `document`."
    UnknownArticle "E0305" "the document has no such article"
        "Articles are listed under `articles` in the document's file, numbered as the \
         document numbers itself."
    UnknownDepartment "E0306" "no department has this id"
        "Departments are listed under `departments`."
    UnknownSection "E0307" "no section has this id"
        "Sections are listed under `sections`."
    UnknownQuestion "E0308" "no question has this id"
        "`after` names questions by their ids."
    UnknownAward "E0309" "no award has this id"
        "Groups and successors name awards of the same folder by their ids."
    UnknownReview "E0310" "no review has this id"
        "Reviews are listed under `reviews`, or written out as `{review: {zh: …, en: …}}`."
    NameTwice "E0311" "a name or id used twice"
        "Every id is given once in a folder and those that contain it, and no two facts \
         share a name: a condition would not say which one it means."
    Cycle "E0312" "facts that depend on each other in a circle"
        "A fact's `asked_if` and `formula` may name other facts, but the chain must end."
    NotAsked "E0313" "a fact that no question asks"
        "An award turns on this fact, so some question must ask it; only facts with a \
         `formula` are computed."
    AskedTwice "E0314" "a fact that two questions ask"
        "Each fact is asked by exactly one question."

    BadCharacter "E0401" "a character that no expression uses"
        "See the table of expressions in rules/LANGUAGE.md. Names have no spaces or \
         punctuation; an option whose label has some is given a plain name with `as`."
    BadOperator "E0402" "an operator of another language"
        "Expressions write `and or not = != >= <=`; see rules/LANGUAGE.md."
    Syntax "E0403" "the expression is not complete or not understood"
        "The message says what was found and what was expected."
    Chained "E0404" "a chained comparison"
        "`1 <= x <= 5` is written `x in [1..5]`."
    UnclosedText "E0405" "a text without its closing quote"
        "Texts stand between two `\"` or two `'`."
    BadFigure "E0406" "a number that is too long or too exact"
        "Figures have at most 28 digits."

    NotCondition "E0501" "a condition is expected"
        "A criterion must be true or false: a yes/no fact, or a comparison."
    NotNumber "E0502" "a number is expected"
        "Arithmetic, comparisons and amounts take numbers."
    BareMoney "E0503" "money compared with or given as a bare number"
        "Money always carries its unit, so that nobody mistakes 20 for 20 万元: `20 万元`, \
         `1.5 亿元`, `500 元`."
    UnitMismatch "E0504" "units that do not fit"
        "The unit of a figure must be the one that the fact declares."
    TypeMismatch "E0505" "types that cannot be compared or combined"
        "Money goes with money, dates with dates, options with the choice fact that has \
         them."
    BarePercent "E0506" "a percentage compared with a bare number"
        "Write `50%` where 50 % is meant."
    DivisorZero "E0507" "a divisor that may be 0"
        "Say what holds when the divisor is 0: `a / b otherwise 0`. Otherwise the result \
         would be unknown for ever."
    BadMember "E0508" "a comparison that the fact's type does not have"
        "yes/no facts stand alone; choices are compared with `=` and `in`, sets of choices \
         with `has`, places with `in`."
    OutOfDomain "E0509" "a value outside the fact's domain"
        "The fact cannot take this value, so the comparison is always true or always \
         false, or the case can never occur."

    NoCriteria "E0601" "an award without criteria"
        "Somebody must be excluded by something. Give `criteria`, `for` or `registered`."
    BadAmount "E0602" "an amount that is not understood"
        "Amounts are `{fixed: …}`, `{up_to: …}`, `{rate: …, of: …, cap: …}`, \
         `{each: …, count: …, cap: …}`, `{match: …, ratio: …, cap: …}`, `{tiers: […]}`, or \
         one of unspecified, tax-preference, in-kind, service, recognition."
    TierOrder "E0603" "tiers in an impossible order"
        "Tiers are tried from the top. One without `when` ends the list, so exactly the \
         last one has none; give `{fixed: 0 元}` where nothing is granted."
    BadSeries "E0604" "a dated series that is empty or repeats a day"
        "A series lists what applies from each day on: `{2018-08-01: 20 万元, \
         2022-01-01: 30 万元}`."
    BadCount "E0605" "at_least out of range"
        "`at_least` lies between 1 and the number of its members."
    MissingPack "E0606" "a folder with awards but without `pack`"
        "A folder with awards says whose they are: \
         `pack: {jurisdiction: \"371000\", name: {zh: 威海市, en: Weihai}}`."
    WrongFolder "E0607" "a pack in the folder of another jurisdiction"
        "The folder is named by the code of the pack's jurisdiction."
    BadChecklist "E0608" "a form that does not suit its facts"
        "`single` asks one fact; a `checklist` holds yes/no facts or counts only."
    BadGroup "E0609" "a group without enough awards"
        "A group binds at least two awards; a cap may bind one."
    BadPack "E0610" "the compiled pack is refused by the engine"
        "The engine checks every pack when it is loaded. What it refuses should have been \
         found earlier: please report it together with the rule."

    CaseFails "E0701" "a case whose expectation fails"
        "Either the rule or the case is wrong. The message says what the engine found."
    CaseValue "E0702" "a value that the fact cannot take"
        "Values of cases: `yes`, `no`, a number, a sum (`20 万元`), an option, a code, \
         `null` for don't know, `{min: …, max: …}` for a range."
    CaseTwice "E0703" "two cases with the same name"
        "The name is how a failing case is found."

    AwardWithoutCase "W0801" "an award without a case"
        "Nothing shows that the rule says what was meant. Give at least one case for each \
         verdict, and each threshold below, at and above."
    UnusedFact "W0802" "a fact that no award uses"
        "It is left out of every pack, and nobody is asked."
    AlwaysTrue "W0803" "a criterion that is always met"
        "Every applicant meets it, so it says nothing. Perhaps an operator is turned \
         around."
    NeverTrue "W0804" "a condition that nobody can meet"
        "No applicant meets it, alone or together with the award's other criteria: the \
         award, or this branch of it, can never apply. Perhaps an `and` should be an `or`."
    UnreachableTier "W0805" "a tier that is never reached"
        "An earlier tier takes every applicant that this one is for."
    UnusedDocument "W0806" "a document that no award cites"
        "It is left out of every pack."
    TierOverlap "W0807" "tiers that share some applicants"
        "Tiers are tried from the top, so whoever belongs to two gets the first. Where each \
         applicant of one tier is for the other as well (`>= 100`, then `>= 50`), the order \
         says what is meant; where they only share a few (`<= 20` beside `>= 20`), perhaps a \
         bound belongs to one of them alone."
    TierGap "W0808" "a hole between two tiers"
        "Values between those of two tiers fall to the last tier, which has no `when`. \
         Perhaps a bound is off by one: `in [10..19]` beside `in [21..30]`."
    SilentExpiry "W0809" "an award that ends without a word about it"
        "The document says when it ends. The page shows that, but a reader of the award's \
         own words would not know: a note names the day, or at least the year, in both \
         languages."
    UnusedParameter "W0810" "a parameter that nothing names"
        "Its figure stands in no condition and no amount."

    UnusedFigure "E0901" "a figure that no award uses"
        "The inventory lists this figure of the article, but no award that cites the article \
         has it in its criteria or its amount. Perhaps an award is missing, or has another \
         number. What is no condition and no sum is set aside with the reason:\n\n    - \
         {figure: 2020 年, aside: {zh: 市里的目标年份, en: year of a city target}}"
    FigureNotInArticle "E0902" "a figure that the cited article does not have"
        "Every number of an award stands in the article it cites, and the article's \
         inventory lists it. Perhaps the number is wrong, or another article is meant. Only 0 \
         and thresholds that state an event (`> 0`, `>= 1`) need no figure."
    NotAFigure "E0903" "an entry of an inventory that is not one figure"
        "Digits are figures, with their unit; so are Chinese numerals that a unit follows, \
         and two or more of them. rules/LANGUAGE.md has the list of units."

    TextNotFound "E0911" "a document without its official text"
        "`mingbai sources` proves an inventory against the text in `file`. Where CI=true, no \
         document may go unproved."
    MarkNotFound "E0912" "characters that the text does not have just once"
        "`body` and `begins` name characters of the text, which say where the document or an \
         article begins. The text may have changed."
    OutsideBody "E0913" "a promise outside of the document's body"
        "What stands around a document is the portal's page and promises nothing. Where it \
         has reward words, sums or percentages, `body` is too narrow."
    ArticleNotListed "E0914" "an article of the text that the inventory does not list"
        "Every character of a document belongs to one article or heading of its inventory."
    ArticleNotInText "E0915" "an article of the inventory that the text does not have"
        "The text may have changed, or its numbering may not have been understood: see \
         rules/LANGUAGE.md on how a text is cut into articles."
    FigureNotListed "E0916" "a figure of the text that the inventory does not list"
        "Every figure of an article is listed, so that none is overlooked."
    FigureNotInText "E0917" "a figure of the inventory that the text does not have"
        "The text may have changed; then the awards that use the figure may be wrong."
    WordNotAccounted "E0918" "a reward word in an article that no award cites"
        "奖励 补助 补贴 资助 配套 优惠 择优 一事一议 最高 promise something. Where they do, the \
         article has an award; where they do not, the inventory says why:\n\n    words: \
         [{word: 奖励, times: 2, aside: {zh: …, en: …}}]"
    WordNotInText "E0919" "more reward words set aside than the text has"
        "The text may have changed; then something may be promised no longer, or newly."
    TextQuoted "E0920" "a sentence of an official text"
        "The project says everything in its own words: no file has 24 or more Chinese \
         characters in a row that stand in an official text. Signs and digits between them \
         do not count; titles of documents are free."
}
