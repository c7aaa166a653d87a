/** PostgreSQL: a private server from the embedded binaries, or an existing one; its databases and roles. */
@NullMarked
package dev.heed.local.postgres;

import org.jspecify.annotations.NullMarked;
