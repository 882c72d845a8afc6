//! mingbai-rules

pub mod serve;
