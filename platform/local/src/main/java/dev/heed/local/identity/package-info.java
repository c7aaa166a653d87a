/** Who people are: a private Keycloak with the realm {@code heed}, or an existing provider; tokens of the demo users. */
@NullMarked
package dev.heed.local.identity;

import org.jspecify.annotations.NullMarked;
