/** The root of the audit service: its rooms are its features. */
@NullMarked
package dev.heed.audit;

import org.jspecify.annotations.NullMarked;
