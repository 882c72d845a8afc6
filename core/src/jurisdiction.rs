//! Division codes of GB/T 2260 and what lies inside what.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::string::ToString;
use core::fmt;
use core::str::FromStr;

use serde::Serialize;

use crate::json::Json;
use crate::shape::{FromJson, Reader};

/// A division of GB/T 2260: six digits, two each for province, prefecture and county.
///
/// `370000` is a province, `371000` a prefecture inside it, `371082` a county inside
/// that; [`Jurisdiction::CHINA`] (`100000`) contains them all.
///
/// # Example
///
/// ```
/// use mingbai_core::Jurisdiction;
///
/// let weihai: Jurisdiction = "371000".parse().unwrap();
/// let rongcheng: Jurisdiction = "371082".parse().unwrap();
/// assert!(weihai.contains(rongcheng));
/// assert!(!rongcheng.contains(weihai));
/// assert!(Jurisdiction::CHINA.contains(weihai));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Jurisdiction(u32);

impl Jurisdiction {
    /// The whole country, `100000`: the folder of facts that every city shares.
    pub const CHINA: Self = Self(100_000);

    /// The code as a number, `110000..=829999` or [`Self::CHINA`].
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Jurisdiction;
    /// let weihai: Jurisdiction = "371000".parse().unwrap();
    /// assert_eq!(weihai.code(), 371_000);
    /// ```
    pub fn code(self) -> u32 {
        self.0
    }

    /// The lowest and highest code inside this division, both inclusive.
    ///
    /// An applicant of whom only the city is known may be anywhere in this span.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Jurisdiction;
    /// let weihai: Jurisdiction = "371000".parse().unwrap();
    /// assert_eq!(weihai.span(), (371_000, 371_099));
    /// ```
    pub fn span(self) -> (u32, u32) {
        match self.0 {
            code if self == Self::CHINA => (code, 829_999),
            code if code % 10_000 == 0 => (code, code + 9_999),
            code if code % 100 == 0 => (code, code + 99),
            code => (code, code),
        }
    }

    /// Whether `other` is this division or lies inside it.
    ///
    /// # Example
    ///
    /// ```
    /// # use mingbai_core::Jurisdiction;
    /// let weihai: Jurisdiction = "371000".parse().unwrap();
    /// let rongcheng: Jurisdiction = "371082".parse().unwrap();
    /// assert!(weihai.contains(rongcheng) && weihai.contains(weihai));
    /// assert!(!rongcheng.contains(weihai));
    /// ```
    pub fn contains(self, other: Self) -> bool {
        let (low, high) = self.span();
        let (other_low, other_high) = other.span();
        low <= other_low && other_high <= high
    }

    /// The next larger division: county → prefecture → province → China → none.
    ///
    /// # Example
    ///
    /// ```
    /// use mingbai_core::Jurisdiction;
    ///
    /// let rongcheng: Jurisdiction = "371082".parse().unwrap();
    /// assert_eq!(rongcheng.parent().unwrap().to_string(), "371000");
    /// assert_eq!(Jurisdiction::CHINA.parent(), None);
    /// ```
    pub fn parent(self) -> Option<Self> {
        match self.0 {
            _ if self == Self::CHINA => None,
            code if code % 10_000 == 0 => Some(Self::CHINA),
            code if code % 100 == 0 => Some(Self(code / 10_000 * 10_000)),
            code => Some(Self(code / 100 * 100)),
        }
    }
}

/// The text is no division code.
///
/// # Example
///
/// ```
/// use mingbai_core::Jurisdiction;
///
/// assert!("3710".parse::<Jurisdiction>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JurisdictionError(String);

impl fmt::Display for JurisdictionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a division code: expected six digits of GB/T 2260, such as 371000",
            self.0
        )
    }
}

impl core::error::Error for JurisdictionError {}

impl FromStr for Jurisdiction {
    type Err = JurisdictionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || JurisdictionError(text.to_owned());
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(error());
        }
        let code: u32 = text.parse().map_err(|_| error())?;
        Self::try_from(code).map_err(|_| error())
    }
}

impl TryFrom<u32> for Jurisdiction {
    type Error = JurisdictionError;

    fn try_from(code: u32) -> Result<Self, Self::Error> {
        let china = Self::CHINA.0;
        if code == china || (110_000..=829_999).contains(&code) {
            Ok(Self(code))
        } else {
            Err(JurisdictionError(code.to_string()))
        }
    }
}

impl FromJson for Jurisdiction {
    fn take<'j>(json: &'j Json, reader: &mut Reader<'j>) -> Self {
        let it = json.as_str().and_then(|text| text.parse().ok());
        if it.is_none() {
            reader.expected(json, "a division code such as \"371000\"");
        }
        it.unwrap_or(Self(0))
    }
}

impl From<Jurisdiction> for String {
    fn from(jurisdiction: Jurisdiction) -> Self {
        jurisdiction.to_string()
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    fn check(text: &str, expect: &str) {
        let outcome = text.parse::<Jurisdiction>();
        let shown =
            outcome.map_or_else(|error| error.to_string(), |code| code.to_string());
        assert_eq!(shown, expect);
    }

    #[test]
    fn six_digits_are_a_code() {
        check("371000", "371000");
        let refused = |text: &str| {
            format!(
                "`{text}` is not a division code: expected six digits of GB/T 2260, \
                 such as 371000"
            )
        };
        for text in ["37100", "3710000", "威海市", "", "990000", "+37100", "000000"] {
            check(text, &refused(text));
        }
    }

    #[test]
    fn a_neighbour_is_not_inside() {
        let weihai = Jurisdiction::try_from(371_000).unwrap();
        let yantai = Jurisdiction::try_from(370_600).unwrap();
        let rizhao = Jurisdiction::try_from(371_100).unwrap();
        assert!(!weihai.contains(yantai));
        assert!(!weihai.contains(rizhao));
        assert!(weihai.contains(weihai));
    }
}
