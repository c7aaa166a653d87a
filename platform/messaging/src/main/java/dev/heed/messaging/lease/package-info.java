/**
 * Who may act alone, and for how long: leases with fencing epochs in the service's own database.
 *
 * <p>Owns the table {@code lease}. Does not know what is done under a lease.
 */
@NullMarked
package dev.heed.messaging.lease;

import org.jspecify.annotations.NullMarked;
