/** Holds schemas, examples, AsyncAPI document and topology to one another; ships nothing. */
@NullMarked
package dev.heed.contracts;

import org.jspecify.annotations.NullMarked;
