/** The four services and the simulator as processes: their programs, their settings, their health. */
@NullMarked
package dev.heed.local.service;

import org.jspecify.annotations.NullMarked;
