#pragma once
// libxml2's headers pull in the system's ICU headers, whose enums clash with Foundation's own ICU module.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
