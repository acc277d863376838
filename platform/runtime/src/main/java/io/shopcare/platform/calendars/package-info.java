/** Business hours of shops: a default from a file, and what each shop has stored instead, version by version. */
@NullMarked
package io.shopcare.platform.calendars;

import org.jspecify.annotations.NullMarked;
