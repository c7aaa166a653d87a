/**
 * The one door at http://localhost:8080: Apache httpd that logs people in, hands their token on, and lets nothing through
 * to the APIs without one. It authenticates; services authorise.
 */
@NullMarked
package dev.heed.local.gateway;

import org.jspecify.annotations.NullMarked;
