//! Why a story ended badly.

use std::fmt;

use fantoccini::error::{CmdError, NewSessionError};

/// What went wrong, in words for whoever reads the log of the tests.
///
/// Its `Debug` form is its message, so that a test can return it and be readable.
pub struct Failure(String);

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// The same failure, saying first what was being done.
    #[must_use]
    pub fn during(self, what: impl fmt::Display) -> Self {
        Self(format!("{what}: {}", self.0))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<CmdError> for Failure {
    fn from(error: CmdError) -> Self {
        // The kind by itself, since some drivers leave the message empty.
        match &error {
            CmdError::Standard(told) => {
                let message = told.message.trim();
                Self(format!("{}: {message}", told.error.description()))
            }
            other => Self(other.to_string()),
        }
    }
}

impl From<NewSessionError> for Failure {
    fn from(error: NewSessionError) -> Self {
        Self(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}
