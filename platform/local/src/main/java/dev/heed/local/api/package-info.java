/**
 * The product's REST API and the simulator's control API as a visitor calls them: through the gateway, with a demo user's
 * token, patient while a part restarts.
 *
 * <p>Reads only the fields that replay, report and demo need. Decides nothing.
 */
@NullMarked
package dev.heed.local.api;

import org.jspecify.annotations.NullMarked;
