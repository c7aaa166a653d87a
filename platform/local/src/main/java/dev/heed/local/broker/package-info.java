/** RabbitMQ: a private node, or an existing broker; its dead-letter queues as people look at them. */
@NullMarked
package dev.heed.local.broker;

import org.jspecify.annotations.NullMarked;
