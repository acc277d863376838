/** Business hours of a shop over HTTP; what they are for is counted by the platform's calendar. */
@NullMarked
package io.shopcare.aftersale.hours;

import org.jspecify.annotations.NullMarked;
