/**
 * Replays a recording of customer conversations: the customers' side through the simulator, the brands' historic answers
 * through the real reply API as demo agents, claiming first.
 *
 * <p>Owns reading the recording, opening the brands' accounts, and the agents' work. It forces nothing: what a guard blocks
 * is counted and skipped.
 */
@NullMarked
package dev.heed.local.replay;

import org.jspecify.annotations.NullMarked;
