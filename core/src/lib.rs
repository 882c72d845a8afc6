//! mingbai-core
