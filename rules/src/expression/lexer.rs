//! Expressions cut into tokens, full-width signs read as their plain forms.

use std::fmt;

use mingbai_core::{Comparison, Decimal};

use crate::diagnostic::{Code, Diagnostics};
use crate::source::Span;
use crate::yaml::Scalar;

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(Decimal),
    Name(String),
    Text(String),
    Word(Word),
    Compare(Comparison),
    Plus,
    Minus,
    Times,
    Over,
    Percent,
    Open,
    Close,
    OpenSquare,
    CloseSquare,
    Comma,
    Dots,
    End,
}

/// A word with a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    And,
    Or,
    Not,
    In,
    Between,
    Has,
    If,
    Then,
    Else,
    Otherwise,
    Yes,
    No,
}

impl Word {
    const ALL: [(&'static str, Self); 14] = [
        ("and", Self::And),
        ("or", Self::Or),
        ("not", Self::Not),
        ("in", Self::In),
        ("between", Self::Between),
        ("has", Self::Has),
        ("if", Self::If),
        ("then", Self::Then),
        ("else", Self::Else),
        ("otherwise", Self::Otherwise),
        ("yes", Self::Yes),
        ("no", Self::No),
        ("true", Self::Yes),
        ("false", Self::No),
    ];
}

/// Whether a name would be read as one of the language's own words.
pub(crate) fn is_word(name: &str) -> bool {
    Word::ALL.iter().any(|(word, _)| *word == name)
        || matches!(name, "date" | "sum" | "min" | "max" | "count")
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "`{number}`"),
            Self::Name(name) => write!(f, "`{name}`"),
            Self::Text(text) => write!(f, "`\"{text}\"`"),
            Self::Word(word) => {
                let found = Word::ALL.iter().find(|(_, candidate)| candidate == word);
                write!(f, "`{}`", found.map_or("", |(text, _)| text))
            }
            Self::Compare(comparison) => write!(f, "`{}`", sign(*comparison)),
            Self::Plus => f.write_str("`+`"),
            Self::Minus => f.write_str("`-`"),
            Self::Times => f.write_str("`*`"),
            Self::Over => f.write_str("`/`"),
            Self::Percent => f.write_str("`%`"),
            Self::Open => f.write_str("`(`"),
            Self::Close => f.write_str("`)`"),
            Self::OpenSquare => f.write_str("`[`"),
            Self::CloseSquare => f.write_str("`]`"),
            Self::Comma => f.write_str("`,`"),
            Self::Dots => f.write_str("`..`"),
            Self::End => f.write_str("the end"),
        }
    }
}

/// How a comparison is written.
pub(crate) fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => ">=",
        Comparison::MoreThan => ">",
        Comparison::AtMost => "<=",
        Comparison::LessThan => "<",
        Comparison::Equal => "=",
        Comparison::Unequal => "!=",
    }
}

/// Cuts a scalar into tokens, the last of which is [`Token::End`]; `None` when something in
/// it was refused.
pub(super) fn lex(
    scalar: &Scalar,
    whole: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<(Token, Span)>> {
    let mut lexer = Lexer {
        scalar,
        whole,
        characters: scalar.text.char_indices().collect(),
        next: 0,
        tokens: Vec::new(),
        sound: true,
        diagnostics,
    };
    while lexer.token() {}
    let end = scalar.text.len();
    let span = lexer.span(end, end);
    lexer.tokens.push((Token::End, span));
    lexer.sound.then_some(lexer.tokens)
}

struct Lexer<'a> {
    scalar: &'a Scalar,
    whole: Span,
    characters: Vec<(usize, char)>,
    next: usize,
    tokens: Vec<(Token, Span)>,
    sound: bool,
    diagnostics: &'a mut Diagnostics,
}

/// The plain form of a full-width character, where it has one.
fn plain(character: char) -> char {
    match character {
        '\u{3000}' | '\u{a0}' => ' ',
        '×' => '*',
        '÷' => '/',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '－' | '−' => '-',
        '“' | '”' | '「' | '」' => '"',
        '‘' | '’' => '\'',
        // Refused by its caller.
        '：' => '：',
        // The block of full-width forms mirrors ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        other => other,
    }
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.next + ahead).map(|(_, character)| plain(*character))
    }

    /// The byte where character number `index` begins.
    fn byte(&self, index: usize) -> usize {
        self.characters.get(index).map_or(self.scalar.text.len(), |(byte, _)| *byte)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        self.scalar.span(self.whole, start, end)
    }

    /// From character number `first` to the one that comes next.
    fn since(&self, first: usize) -> Span {
        self.span(self.byte(first), self.byte(self.next))
    }

    fn push(&mut self, token: Token, first: usize) {
        let span = self.since(first);
        self.tokens.push((token, span));
    }

    fn refuse(
        &mut self,
        code: Code,
        first: usize,
        message: String,
        hint: &str,
        fix: Option<&str>,
    ) {
        self.sound = false;
        let span = self.since(first);
        let diagnostic = self.diagnostics.report(code, span, message).hint(hint);
        if let Some(fix) = fix {
            diagnostic.fix(span, fix);
        }
    }

    /// Takes the next token; `false` at the end.
    fn token(&mut self) -> bool {
        let Some(character) = self.peek(0) else { return false };
        let first = self.next;
        self.next += 1;
        let simple = match character {
            space if space.is_whitespace() => return true,
            '+' => Some(Token::Plus),
            '-' => Some(Token::Minus),
            '*' => Some(Token::Times),
            '/' => Some(Token::Over),
            '%' => Some(Token::Percent),
            '(' => Some(Token::Open),
            ')' => Some(Token::Close),
            '[' => Some(Token::OpenSquare),
            ']' => Some(Token::CloseSquare),
            ',' => Some(Token::Comma),
            '≥' => Some(Token::Compare(Comparison::AtLeast)),
            '≤' => Some(Token::Compare(Comparison::AtMost)),
            '≠' => Some(Token::Compare(Comparison::Unequal)),
            _ => None,
        };
        if let Some(token) = simple {
            self.push(token, first);
            return true;
        }
        match character {
            '>' | '<' | '=' | '!' | '&' | '|' => self.operator(character, first),
            '"' | '\'' => self.text(character, first),
            '.' if self.peek(0) == Some('.') => {
                while self.peek(0) == Some('.') {
                    self.next += 1;
                }
                self.push(Token::Dots, first);
            }
            digit if digit.is_ascii_digit() => self.number(digit, first),
            letter if letter.is_alphabetic() || letter == '_' => self.name(first),
            '：' => self.refuse(
                Code::FullWidth,
                first,
                "a full-width `：` inside an expression".to_owned(),
                "a key ends in a plain colon and a space, `key: value`",
                Some(": "),
            ),
            '、' | '，' => self.refuse(
                Code::BadCharacter,
                first,
                format!("`{character}` does not separate members here"),
                "separate members with a plain comma; give an option whose label has `、` a \
                 plain name with `as`",
                Some(", "),
            ),
            other => self.refuse(
                Code::BadCharacter,
                first,
                format!("`{other}` has no meaning in an expression"),
                "names consist of letters, digits and `_`; see rules/LANGUAGE.md",
                None,
            ),
        }
        true
    }

    fn operator(&mut self, character: char, first: usize) {
        let comparison = match (character, self.peek(0)) {
            ('>', Some('=')) => Some(Comparison::AtLeast),
            ('<', Some('=')) => Some(Comparison::AtMost),
            ('!', Some('=')) => Some(Comparison::Unequal),
            _ => None,
        };
        if let Some(comparison) = comparison {
            self.next += 1;
            return self.push(Token::Compare(comparison), first);
        }
        let wrong = match (character, self.peek(0)) {
            ('=', Some('=')) => Some("="),
            ('=', Some('>')) => Some(">="),
            ('=', Some('<')) => Some("<="),
            ('<', Some('>')) => Some("!="),
            ('&', Some('&')) => Some("and"),
            ('|', Some('|')) => Some("or"),
            _ => None,
        };
        if let Some(right) = wrong {
            self.next += 1;
            let start = self.byte(first);
            let found = self.scalar.text.get(start..self.byte(self.next));
            let message = format!("`{}` is no operator", found.unwrap_or_default());
            let hint = format!("write `{right}`");
            return self.refuse(Code::BadOperator, first, message, &hint, Some(right));
        }
        match character {
            '>' => self.push(Token::Compare(Comparison::MoreThan), first),
            '<' => self.push(Token::Compare(Comparison::LessThan), first),
            '=' => self.push(Token::Compare(Comparison::Equal), first),
            other => {
                let right = match other {
                    '!' => "not ",
                    '&' => "and",
                    _ => "or",
                };
                let message = format!("`{other}` is no operator");
                let hint = format!("write `{}`", right.trim());
                self.refuse(Code::BadOperator, first, message, &hint, Some(right));
            }
        }
    }

    fn text(&mut self, quote: char, first: usize) {
        let start = self.byte(self.next);
        while self.peek(0).is_some_and(|found| found != quote) {
            self.next += 1;
        }
        let end = self.byte(self.next);
        if self.peek(0).is_none() {
            return self.refuse(
                Code::UnclosedText,
                first,
                "this quote is never closed".to_owned(),
                "close the text with the same quote",
                None,
            );
        }
        self.next += 1;
        let text = self.scalar.text.get(start..end).unwrap_or_default();
        self.push(Token::Text(text.to_owned()), first);
    }

    fn number(&mut self, digit: char, first: usize) {
        let mut digits = String::from(digit);
        let mut exact = true;
        while let Some(next) = self.peek(0) {
            let fraction = next == '.'
                && !digits.contains('.')
                && self.peek(1).is_some_and(|after| after.is_ascii_digit());
            if next.is_ascii_digit() || fraction {
                digits.push(next);
            } else if next == ',' && self.grouped() {
                exact = false;
            } else {
                break;
            }
            self.next += 1;
        }
        if !exact {
            return self.refuse(
                Code::BadNumber,
                first,
                "a comma inside a number".to_owned(),
                "write the digits without commas",
                Some(&digits),
            );
        }
        let leading_zero =
            digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
        if leading_zero {
            let plain = digits.trim_start_matches('0');
            let plain = if plain.is_empty() { "0" } else { plain };
            let message = format!("`{digits}` has a leading zero");
            let hint = format!("write `{plain}`");
            return self.refuse(Code::LeadingZero, first, message, &hint, Some(plain));
        }
        match Decimal::from_str_exact(&digits) {
            Ok(number) => self.push(Token::Number(number), first),
            Err(_) => self.refuse(
                Code::BadFigure,
                first,
                format!("`{digits}` is too long"),
                "figures have at most 28 digits",
                None,
            ),
        }
    }

    /// Whether the comma that comes next groups exactly three digits: `1,000,000`.
    fn grouped(&self) -> bool {
        let digit = |ahead| self.peek(ahead).is_some_and(|next| next.is_ascii_digit());
        digit(1) && digit(2) && digit(3) && !digit(4)
    }

    fn name(&mut self, first: usize) {
        while self.peek(0).is_some_and(|next| next.is_alphanumeric() || next == '_') {
            self.next += 1;
        }
        let characters = self.characters.get(first..self.next).unwrap_or_default();
        let name: String = characters.iter().map(|(_, found)| plain(*found)).collect();
        let word = Word::ALL.iter().find(|(text, _)| *text == name);
        let token = word.map_or(Token::Name(name), |(_, word)| Token::Word(*word));
        self.push(token, first);
    }
}
