/** What every service's HTTP adapter needs. */
@NullMarked
package io.shopcare.platform.web;

import org.jspecify.annotations.NullMarked;
