/**
 * The world's lock, its clock and its append-only memory of facts. Knows no post, no user: rooms bring their own facts.
 */
@NullMarked
package dev.heed.xsim.ledger;

import org.jspecify.annotations.NullMarked;
