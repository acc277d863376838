/** The platform's adapters to the servlet world: requests in, problems out. */
@NullMarked
package io.shopcare.platform.servlet;

import org.jspecify.annotations.NullMarked;
