"""What a crisis is: the file's models, its small languages, and the loader that finds every fault."""
