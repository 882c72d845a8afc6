//! mingbai-tests
