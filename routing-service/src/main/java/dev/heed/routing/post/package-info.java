/**
 * Posts of customers as they were heard of: who wrote to which account, what stands around a post, and what becomes of it on X.
 *
 * <p>Values only. Knows neither tickets nor how posts are kept.
 */
@NullMarked
package dev.heed.routing.post;

import org.jspecify.annotations.NullMarked;
