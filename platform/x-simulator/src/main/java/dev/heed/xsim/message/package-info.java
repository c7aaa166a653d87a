/**
 * Direct messages between two people. Owns no public post.
 */
@NullMarked
package dev.heed.xsim.message;

import org.jspecify.annotations.NullMarked;
