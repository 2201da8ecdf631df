//! Lists a folder of documents on disk, within limits. The only file access beside the tools.
