/**
 * Customer records in a file, behind the hook of {@code crm-hook.yaml}: a sample of what a company puts before its own.
 *
 * <p>Uses nothing of Heed's. Writes nothing, keeps nothing but the file's content in memory.
 */
@NullMarked
package dev.heed.crmsample;

import org.jspecify.annotations.NullMarked;
