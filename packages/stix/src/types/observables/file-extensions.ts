import { Type } from "typebox";
import {
  boolean,
  count,
  dictionary,
  float,
  hashes,
  hex,
  identifier,
  integer,
  list,
  optional,
  text,
  timestamp,
} from "../datatypes.ts";
import { windowsPebinaryType } from "../vocabularies.ts";

const optionalHeader = Type.Object(
  optional({
    magic_hex: hex,
    major_linker_version: integer,
    minor_linker_version: integer,
    size_of_code: count,
    size_of_initialized_data: count,
    size_of_uninitialized_data: count,
    address_of_entry_point: integer,
    base_of_code: integer,
    base_of_data: integer,
    image_base: integer,
    section_alignment: integer,
    file_alignment: integer,
    major_os_version: integer,
    minor_os_version: integer,
    major_image_version: integer,
    minor_image_version: integer,
    major_subsystem_version: integer,
    minor_subsystem_version: integer,
    win32_version_value_hex: hex,
    size_of_image: count,
    size_of_headers: count,
    checksum_hex: hex,
    subsystem_hex: hex,
    dll_characteristics_hex: hex,
    size_of_stack_reserve: count,
    size_of_stack_commit: count,
    size_of_heap_reserve: count,
    size_of_heap_commit: count,
    loader_flags_hex: hex,
    number_of_rva_and_sizes: integer,
    hashes,
  }),
  { minProperties: 1, section: "STIX 6.7.6.2" },
);

const section = Type.Object(
  { name: text, ...optional({ size: count, entropy: float, hashes }) },
  { section: "STIX 6.7.6.3" },
);

/** The extensions of a file that STIX 6.7 itself defines. */
export const fileExtensions = {
  "archive-ext": Type.Object(
    {
      contains_refs: list(identifier("file", "directory")),
      ...optional({ comment: text }),
    },
    { section: "STIX 6.7.2" },
  ),
  "ntfs-ext": Type.Object(
    optional({
      sid: text,
      alternate_data_streams: list(Type.Object({ name: text, ...optional({ hashes, size: count }) })),
    }),
    { minProperties: 1, section: "STIX 6.7.3" },
  ),
  "pdf-ext": Type.Object(
    optional({
      version: text,
      is_optimized: boolean,
      document_info_dict: dictionary(text),
      pdfid0: text,
      pdfid1: text,
    }),
    { minProperties: 1, section: "STIX 6.7.4" },
  ),
  "raster-image-ext": Type.Object(
    optional({
      image_height: count,
      image_width: count,
      bits_per_pixel: count,
      exif_tags: dictionary(Type.Union([integer, text])),
    }),
    { minProperties: 1, section: "STIX 6.7.5" },
  ),
  "windows-pebinary-ext": Type.Object(
    {
      pe_type: windowsPebinaryType,
      ...optional({
        imphash: text,
        machine_hex: hex,
        number_of_sections: count,
        time_date_stamp: timestamp,
        pointer_to_symbol_table_hex: hex,
        number_of_symbols: count,
        size_of_optional_header: count,
        characteristics_hex: hex,
        file_header_hashes: hashes,
        optional_header: optionalHeader,
        sections: list(section),
      }),
    },
    { section: "STIX 6.7.6" },
  ),
};
