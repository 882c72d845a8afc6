//! mingbai-web
