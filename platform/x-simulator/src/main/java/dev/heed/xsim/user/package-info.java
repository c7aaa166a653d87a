/**
 * X's accounts: who exists, and how one is shown. Owns no posts and no rights.
 */
@NullMarked
package dev.heed.xsim.user;

import org.jspecify.annotations.NullMarked;
