/**
 * Names of posts and people as X gives them: snowflakes, which carry their time. Knows nothing of what they name.
 */
@NullMarked
package dev.heed.xsim.id;

import org.jspecify.annotations.NullMarked;
