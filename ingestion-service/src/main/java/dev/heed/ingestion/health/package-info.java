/**
 * One look at how listening goes: what was heard, what is left of limits and money, what is missing, and in words what is
 * wrong.
 *
 * <p>Owns nothing and changes nothing: it asks the other rooms, and tells only what every process can know.
 */
@NullMarked
package dev.heed.ingestion.health;

import org.jspecify.annotations.NullMarked;
