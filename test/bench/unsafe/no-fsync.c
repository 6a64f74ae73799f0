/* Preloaded: whoever asks the system to put bytes on the disk is told that they are there. */
int fsync(int file) { return file < 0; }
int fdatasync(int file) { return file < 0; }
