/**
 * OAuth 2 as X does it: consent, codes, tokens that live two hours, refresh tokens that work once.
 */
@NullMarked
package dev.heed.xsim.oauth;

import org.jspecify.annotations.NullMarked;
