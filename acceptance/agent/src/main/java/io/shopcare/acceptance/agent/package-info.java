/** A Java agent that kills, freezes, delivers twice and shifts the clock at named points of a running program. */
@NullMarked
package io.shopcare.acceptance.agent;

import org.jspecify.annotations.NullMarked;
