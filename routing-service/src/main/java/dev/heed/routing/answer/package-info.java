/**
 * Answers: what the reply service says became of replies, brought to the tickets that they answer.
 *
 * <p>Reads events and hands them on. Owns no table.
 */
@NullMarked
package dev.heed.routing.answer;

import org.jspecify.annotations.NullMarked;
