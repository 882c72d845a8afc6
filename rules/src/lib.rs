//! mingbai-rules
