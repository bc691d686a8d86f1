/**
 * The command as it is shipped, launcher, runtime and all, run as a user runs it: from a shell.
 *
 * <p>Everything is tried in process first; here is a chosen part of it, and what only a process
 * has: users, disks, closed streams, memory.
 */
@NullMarked
package dev.signet.cli.packaged;

import org.jspecify.annotations.NullMarked;
